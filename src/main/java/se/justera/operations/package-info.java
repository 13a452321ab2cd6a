/** What whoever runs the service looks after: keys and their expiry, time-stamping authorities, trusted lists, revocation. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "association", "trust", "notify"})
@NullMarked
package se.justera.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
