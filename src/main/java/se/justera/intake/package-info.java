/** Text to draft, and remarks on a draft before it is sent. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "minutes", "document"})
@NullMarked
package se.justera.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
