/** Extracts: whether each matter is proved, the pages say what is proved, and the original is what the extract says. */
@NullMarked
package se.justera.validation.extract;

import org.jspecify.annotations.NullMarked;
