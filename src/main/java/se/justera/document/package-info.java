/** Minutes to PDF/A-3a + PDF/UA-1 with empty signature fields, and to HTML: the only place that lays out pages. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "association", "minutes"})
@NullMarked
package se.justera.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
