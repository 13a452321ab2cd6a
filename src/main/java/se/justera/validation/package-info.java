/** Bytes to a verdict and reports: the only place that validates. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "trust", "document", "document :: extract"})
@NullMarked
package se.justera.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
