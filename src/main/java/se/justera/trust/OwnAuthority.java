package se.justera.trust;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The issuing authority of this installation as others see it; our own signatures get its CRL without the network. */
final class OwnAuthority implements PublishedAuthority, RevocationSource<CRL> {

    private static final long serialVersionUID = 1L;

    private final transient StoredKey key;
    private final transient IssuingCaCrl crl;
    private final transient OcspResponder responder;
    private final transient List<Resource> crlFiles;

    OwnAuthority(StoredKey key, IssuingCaCrl crl, OcspResponder responder, List<Resource> crlFiles) {
        this.key = key;
        this.crl = crl;
        this.responder = responder;
        this.crlFiles = crlFiles;
    }

    @Override
    public List<byte[]> certificates() {
        return key.chain().stream().map(Certificates::encoded).toList();
    }

    @Override
    public byte[] crl() {
        return crl.current();
    }

    @Override
    public Optional<byte[]> crlOf(int level) {
        if (level == 0) {
            return Optional.of(crl());
        }
        if (level >= key.chain().size()) {
            return Optional.empty();
        }
        X509Certificate authority = key.chain().get(level);
        return crlFiles.stream()
                .map(OwnAuthority::bytes)
                .filter(list -> isOf(authority, list))
                .findFirst();
    }

    private static byte[] bytes(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static boolean isOf(X509Certificate authority, byte[] list) {
        try {
            X509CRL read =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
            read.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public byte[] ocsp(byte[] request) {
        return responder.answer(request);
    }

    @Override
    public @Nullable RevocationToken<CRL> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        if (!issuer.getCertificate().equals(key.certificate())) {
            return null;
        }
        return new ExternalResourcesCRLSource(new ByteArrayInputStream(crl())).getRevocationToken(certificate, issuer);
    }
}
