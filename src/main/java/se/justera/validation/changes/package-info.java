/** What changed between two revisions of a PDF, object by object: everything that is not allowed is forbidden. */
@NullMarked
package se.justera.validation.changes;

import org.jspecify.annotations.NullMarked;
