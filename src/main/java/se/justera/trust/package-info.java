/** Keys, certification authority, one-time certificates, time-stamps, revocation and trust anchors. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit"})
@NullMarked
package se.justera.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
