package se.justera.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The sample's trusted list: its issuing CA and TSA as services recognised at national level. Its operator's key is made
 * for it and thrown away: a new list is signed by a new operator.
 */
final class SampleTrustedList {

    static final String FILE = "trusted-list.xml";

    private static final Instant ISSUED = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant NEXT_UPDATE = Instant.parse("2044-12-31T23:59:59Z");

    private SampleTrustedList() {}

    static void write(Path directory, X509Certificate issuingCa, X509Certificate tsa) throws IOException {
        byte[] list = new TrustedListMaker("Justera Sample List Operator (provunderskrift)", "SE")
                .list(
                        "Justera Sample",
                        ISSUED,
                        NEXT_UPDATE,
                        List.of(
                                TrustedListMaker.Service.national(issuingCa),
                                TrustedListMaker.Service.timeStamps(tsa)));
        Files.write(directory.resolve(FILE), list);
    }

    /** Makes the list again for the keys that are in the directory given, or in {@code certs-sample}. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path directory = Path.of(args.length > 0 ? args[0] : "certs-sample");
        write(directory, certificate(directory, "issuing-ca"), certificate(directory, "tsa"));
    }

    private static X509Certificate certificate(Path directory, String name)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve(name + ".p12"))) {
            store.load(in, SamplePki.PASSWORD.toCharArray());
        }
        return (X509Certificate) store.getCertificate(name);
    }
}
