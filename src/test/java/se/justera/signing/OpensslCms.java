package se.justera.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import se.justera.trust.Tool;

/** The signatures of a PDF, each extracted with what it covers, in the hands of {@code openssl cms}. */
public final class OpensslCms {

    private final Path folder;
    private final Path root;

    /** @param root the certificate that everything is to lead to, as PEM */
    public OpensslCms(Path folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    /** How many of the document's signatures, the seal's included, OpenSSL calls right. */
    public int verified(byte[] pdf) throws IOException {
        int verified = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDSignature signature : document.getSignatureDictionaries()) {
                boolean timeStamp = "ETSI.RFC3161".equals(signature.getSubFilter());
                if (!timeStamp && isRight(verify(cms(signature, pdf), signature.getSignedContent(pdf)))) {
                    verified++;
                }
            }
        }
        return verified;
    }

    static boolean isRight(Tool.Run run) {
        return run.exit() == 0 && run.output().contains("CMS Verification successful");
    }

    Tool.Run verify(byte[] cms, byte[] content) throws IOException {
        Path signature = Files.write(folder.resolve("signature.der"), cms);
        Path data = Files.write(folder.resolve("covered"), content);
        return Tool.run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signature.toString(),
                "-content",
                data.toString(),
                "-CAfile",
                root.toString(),
                "-purpose",
                "any",
                "-out",
                folder.resolve("out").toString());
    }

    /** Without the zeros that fill its place. */
    static byte[] cms(PDSignature signature, byte[] pdf) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(signature.getContents(pdf)))) {
            return in.readObject().getEncoded();
        }
    }
}
