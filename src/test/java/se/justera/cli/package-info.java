/** Tests of the commands. */
@NullMarked
package se.justera.cli;

import org.jspecify.annotations.NullMarked;
