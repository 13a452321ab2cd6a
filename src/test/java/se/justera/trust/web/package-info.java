/** Tests of the trust services over HTTP. */
@NullMarked
package se.justera.trust.web;

import org.jspecify.annotations.NullMarked;
