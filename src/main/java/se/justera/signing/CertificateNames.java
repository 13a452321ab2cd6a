package se.justera.signing;

import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Whether a certificate is a person's, by the names in its subject. */
final class CertificateNames {

    private CertificateNames() {}

    /** By given name and surname, or by the common name (ETSI EN 319 412-2, 4.2.4). */
    static boolean name(X509Certificate certificate, String person) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        String names = attribute(subject, BCStyle.GIVENNAME) + " " + attribute(subject, BCStyle.SURNAME);
        return plain(names).equals(plain(person))
                || plain(attribute(subject, BCStyle.CN)).equals(plain(person));
    }

    private static String attribute(X500Name subject, ASN1ObjectIdentifier type) {
        return Stream.of(subject.getRDNs(type))
                .map(rdn -> IETFUtils.valueToString(
                        Objects.requireNonNull(rdn.getFirst()).getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replace("\\", "")
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
