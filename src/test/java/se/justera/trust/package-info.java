/** Tests of the keys, the certification authority, time-stamps and trust anchors; maker of the sample keys. */
@NullMarked
package se.justera.trust;

import org.jspecify.annotations.NullMarked;
