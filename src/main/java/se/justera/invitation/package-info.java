/** Personal links: issue, hash at rest, expire, revoke. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "minutes", "notify"})
@NullMarked
package se.justera.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
