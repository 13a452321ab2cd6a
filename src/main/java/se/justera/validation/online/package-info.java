/** What the certificates in an upload point to, fetched under guard where the service is told to; not known to anybody but the configuration. */
@NullMarked
package se.justera.validation.online;

import org.jspecify.annotations.NullMarked;
