/** The aggregate: draft, attendance, items, decisions, rounds; its states and events. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "association"})
@NullMarked
package se.justera.minutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
