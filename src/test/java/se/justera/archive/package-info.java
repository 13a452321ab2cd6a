@NullMarked
package se.justera.archive;

import org.jspecify.annotations.NullMarked;
