package se.justera.validation;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.trust.TrustedList;
import se.justera.validation.engine.KeyStores;

/**
 * What somebody trusts because they name it: a PEM or DER certificate, a folder of them, a PKCS#12 or JKS trust store, or
 * a trusted list (ETSI TS 119 612), taken as authentic.
 */
public final class NamedTrust {

    private static final Set<String> CERTIFICATES = Set.of("pem", "crt", "cer", "der");
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CertificateSource source;

    private NamedTrust(CertificateSource source) {
        this.source = source;
    }

    /**
     * Reads what is named.
     *
     * @param password of a trust store; null for all else
     * @throws TrustUnusable if it is not there, not readable, of no known kind, or holds no certificate
     */
    public static NamedTrust read(Path path, @Nullable String password) {
        try {
            return Files.isDirectory(path) ? folder(path) : file(path, Files.readAllBytes(path), password);
        } catch (IOException e) {
            throw new TrustUnusable("%s cannot be read.".formatted(path), e);
        }
    }

    /** A validation that trusts these and nothing else, and knows no originals of extracts. */
    public static Validation trusting(Collection<NamedTrust> trust, Clock clock) {
        return trusting(trust, clock, KnownExtracts.none());
    }

    /** A validation that trusts these and nothing else. */
    public static Validation trusting(Collection<NamedTrust> trust, Clock clock, KnownExtracts known) {
        List<CertificateSource> sources =
                trust.stream().map(named -> named.source).toList();
        return new ExtractAwareValidation(
                new StrictValidation(sources, ValidationLimits.patient(), clock),
                known,
                ValidationLimits.standard().timeout());
    }

    private static NamedTrust folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> named = files.filter(NamedTrust::isCertificate).sorted().toList();
            CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
            for (Path file : named) {
                certificates(file, Files.readAllBytes(file)).forEach(anchors::addCertificate);
            }
            return filled(folder, anchors);
        }
    }

    private static boolean isCertificate(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && CERTIFICATES.contains(extension);
    }

    private static NamedTrust file(Path path, byte[] bytes, @Nullable String password) {
        if (looksLikeXml(bytes)) {
            return filled(path, TrustedList.read(bytes).source());
        }
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        if (startsLikeCertificate(bytes)) {
            certificates(path, bytes).forEach(anchors::addCertificate);
        } else {
            store(path, bytes, password).forEach(anchors::addCertificate);
        }
        return filled(path, anchors);
    }

    private static NamedTrust filled(Path path, CertificateSource source) {
        if (source.getCertificates().isEmpty()) {
            throw new TrustUnusable("%s holds no certificate that could be trusted.".formatted(path));
        }
        return new NamedTrust(source);
    }

    private static boolean looksLikeXml(byte[] bytes) {
        int start = Arrays.equals(bytes, 0, Math.min(3, bytes.length), BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
        return new String(bytes, start, Math.min(200, bytes.length - start), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .startsWith("<");
    }

    private static boolean startsLikeCertificate(byte[] bytes) {
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN")) {
            return true;
        }
        try {
            return !parse(bytes).isEmpty();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<CertificateToken> certificates(Path path, byte[] bytes) {
        try {
            return tokens(parse(bytes));
        } catch (GeneralSecurityException e) {
            throw new TrustUnusable("%s is not a certificate in PEM or DER.".formatted(path), e);
        } catch (IllegalArgumentException e) {
            throw new TrustUnusable("%s is signed with an algorithm that is not known here.".formatted(path), e);
        }
    }

    private static Collection<? extends Certificate> parse(byte[] bytes) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
    }

    private static List<CertificateToken> store(Path path, byte[] bytes, @Nullable String password) {
        try {
            return tokens(KeyStores.certificates(bytes, password));
        } catch (GeneralSecurityException | IOException e) {
            throw new TrustUnusable(
                    "%s is neither a certificate, nor a trusted list, nor a trust store that opens with the given password."
                            .formatted(path),
                    e);
        }
    }

    private static List<CertificateToken> tokens(Collection<? extends Certificate> certificates) {
        return certificates.stream()
                .filter(X509Certificate.class::isInstance)
                .map(certificate -> new CertificateToken((X509Certificate) certificate))
                .toList();
    }
}
