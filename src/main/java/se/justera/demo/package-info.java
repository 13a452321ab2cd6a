/** Demo mode: an association with people and minutes in every state, and a mail server whose mails are files. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "association",
            "minutes",
            "document",
            "archive",
            "validation",
            "identification",
            "invitation",
            "ceremony",
            "notify",
            "notice"
        })
@NullMarked
package se.justera.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
