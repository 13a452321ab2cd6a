/** The process of adjustment, with the job executor off and the clock set by hand. */
@NullMarked
package se.justera.process;

import org.jspecify.annotations.NullMarked;
