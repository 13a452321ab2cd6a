/** Tests of reading minutes and looking drafts over. */
@NullMarked
package se.justera.intake;

import org.jspecify.annotations.NullMarked;
