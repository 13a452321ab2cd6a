/** DSS under our policy, offline, and what its answer means here. */
@NullMarked
package se.justera.validation.engine;

import org.jspecify.annotations.NullMarked;
