/** The embedded engine: the only place that imports org.camunda. It listens to facts and calls features downwards. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "association",
            "minutes",
            "intake",
            "document",
            "document :: extract",
            "archive",
            "trust",
            "signing",
            "validation",
            "identification",
            "invitation",
            "ceremony",
            "notify",
            "notice"
        })
@NullMarked
package se.justera.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
