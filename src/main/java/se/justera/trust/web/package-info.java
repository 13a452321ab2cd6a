/** What the trust services answer over HTTP: time-stamps, certificates, CRLs, OCSP. */
@NullMarked
package se.justera.trust.web;

import org.jspecify.annotations.NullMarked;
