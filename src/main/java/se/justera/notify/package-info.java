/** Mail from templates, over SMTP. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit"})
@NullMarked
package se.justera.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
