/**
 * The staff's pages and /api/v1/minutes; what is made of adjusted minutes for others: extracts, copies for publication.
 * Tells validations of the originals of extracts, and of adjusted minutes what everybody may know.
 */
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
            "notice",
            "process"
        })
@NullMarked
package se.justera.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
