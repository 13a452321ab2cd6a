/** What a file shows of our own documents. */
@NullMarked
package se.justera.validation.own;

import org.jspecify.annotations.NullMarked;
