/** Many files handed in at once and validated in the background: kept in the database, whichever node does the work. */
@NullMarked
package se.justera.validation.inspection;

import org.jspecify.annotations.NullMarked;
