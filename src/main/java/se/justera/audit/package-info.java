/** The append-only, hash-chained trail, written in the same transaction as the fact. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package se.justera.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
