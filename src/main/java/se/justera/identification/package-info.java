/** How a person behind a link proves who they are, and what each association asks for. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "notify"})
@NullMarked
package se.justera.identification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
