/** Measurements outside the tests, each with a main method: ratios within one run, as machines differ. */
@NullMarked
package se.justera.benchmark;

import org.jspecify.annotations.NullMarked;
