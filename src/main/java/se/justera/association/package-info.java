/** Associations and their people. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit"})
@NullMarked
package se.justera.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
