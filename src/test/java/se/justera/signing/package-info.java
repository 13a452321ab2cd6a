/** Tests of the signatures. */
@NullMarked
package se.justera.signing;

import org.jspecify.annotations.NullMarked;
