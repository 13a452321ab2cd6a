package se.justera.trust;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The configured CRLs, read from their files at each use: they are small, and renewed by others. */
final class RevocationLists implements RevocationSource<CRL> {

    private static final long serialVersionUID = 1L;

    private final transient List<Resource> files;

    RevocationLists(List<Resource> files) {
        this.files = files;
    }

    @Override
    public @Nullable RevocationToken<CRL> getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
        InputStream[] lists = files.stream().map(RevocationLists::open).toArray(InputStream[]::new);
        return new ExternalResourcesCRLSource(lists).getRevocationToken(certificate, issuer);
    }

    private static InputStream open(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return new ByteArrayInputStream(in.readAllBytes());
        } catch (IOException e) {
            throw new KeysUnusable(
                    "The CRL that justera.trust.crls names (%s) cannot be read: %s."
                            .formatted(file.getDescription(), e.getMessage()),
                    e);
        }
    }
}
