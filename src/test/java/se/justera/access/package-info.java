@NullMarked
package se.justera.access;

import org.jspecify.annotations.NullMarked;
