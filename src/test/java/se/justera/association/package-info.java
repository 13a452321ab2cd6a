@NullMarked
package se.justera.association;

import org.jspecify.annotations.NullMarked;
