/** Who is calling and what they may see: filter chain, roles, tenants, problem details, rate limits. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package se.justera.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
