/** Justera: meeting minutes from the secretary's draft to a signed document that anybody can validate. */
@NullMarked
package se.justera;

import org.jspecify.annotations.NullMarked;
