package se.justera.trust.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.justera.trust.PublishedAuthority;

/**
 * {@code /pki}: certificates and CRLs of the issuing authority and of those above it ({@code issuing-ca},
 * {@code root-ca}; with more levels {@code ca-1}, {@code ca-2}…), for anybody.
 */
@RestController
@RequestMapping("/pki")
class PublishedFiles {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** A revocation should not be hidden by caches for longer than it takes to appear in the CRL. */
    private static final Duration BRIEFLY = Duration.ofMinutes(1);

    private final PublishedAuthority authority;

    PublishedFiles(PublishedAuthority authority) {
        this.authority = authority;
    }

    @GetMapping("/{name}.cer")
    ResponseEntity<byte[]> certificate(@PathVariable String name) {
        List<byte[]> certificates = authority.certificates();
        Optional<byte[]> certificate = level(name, certificates.size()).map(certificates::get);
        return file("application/pkix-cert", A_DAY, certificate);
    }

    @GetMapping("/{name}.crl")
    ResponseEntity<byte[]> crl(@PathVariable String name) {
        Optional<byte[]> crl = level(name, authority.certificates().size()).flatMap(authority::crlOf);
        return file("application/pkix-crl", BRIEFLY, crl);
    }

    private static Optional<Integer> level(String name, int levels) {
        if (name.equals("issuing-ca")) {
            return Optional.of(0);
        } else if (name.equals("root-ca")) {
            return Optional.of(levels - 1);
        } else if (name.matches("ca-\\d")) {
            return Optional.of(Character.digit(name.charAt(3), 10)).filter(level -> level < levels);
        }
        return Optional.empty();
    }

    private static ResponseEntity<byte[]> file(String type, Duration life, Optional<byte[]> bytes) {
        return bytes.map(body -> ResponseEntity.ok()
                        .header("Content-Type", type)
                        .cacheControl(CacheControl.maxAge(life).cachePublic())
                        .body(body))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
