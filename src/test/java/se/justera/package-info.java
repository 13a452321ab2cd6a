/** Tests of the house as a whole. */
@NullMarked
package se.justera;

import org.jspecify.annotations.NullMarked;
