/** The page behind the link, for every step: identify, show, consent, sign, self-validate, store, record. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "minutes",
            "document",
            "archive",
            "signing",
            "validation",
            "identification",
            "invitation"
        })
@NullMarked
package se.justera.ceremony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
