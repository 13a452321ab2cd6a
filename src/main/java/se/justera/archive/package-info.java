/** The write-once store of PDF revisions per minutes and round, and of the evidence beside them. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit"})
@NullMarked
package se.justera.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
