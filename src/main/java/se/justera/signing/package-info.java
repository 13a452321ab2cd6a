/** Bytes and a signer to signed bytes (PAdES), with the signature's own appearance: the only place that signs. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "trust"})
@NullMarked
package se.justera.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
