/** Tests of the minutes. */
@NullMarked
package se.justera.minutes;

import org.jspecify.annotations.NullMarked;
