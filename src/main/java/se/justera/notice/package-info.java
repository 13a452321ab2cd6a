/** Notice boards, appeal time, proofs of notice: what becomes of a protocol once it is adjusted (KL 8:10, 8:12, 13:5). */
@ApplicationModule(
        allowedDependencies = {"kernel", "access", "audit", "association", "minutes", "archive", "document", "notify"})
@NullMarked
package se.justera.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
