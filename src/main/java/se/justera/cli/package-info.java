/** The commands of the jar, thin; {@code validate} starts no Spring context. */
@NullMarked
package se.justera.cli;

import org.jspecify.annotations.NullMarked;
