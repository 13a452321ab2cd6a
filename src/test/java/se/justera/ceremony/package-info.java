@NullMarked
package se.justera.ceremony;

import org.jspecify.annotations.NullMarked;
