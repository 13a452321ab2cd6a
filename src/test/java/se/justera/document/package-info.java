@NullMarked
package se.justera.document;

import org.jspecify.annotations.NullMarked;
