package se.justera.signing;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * The document time-stamp that covers most of a PDF.
 *
 * @param certificate of the authority that made it
 * @param others what else lies in the token and among the document's validation data, in no order
 */
record NewestTimestamp(TimeStampToken token, X509Certificate certificate, List<X509Certificate> others) {

    private static final COSName DSS = COSName.getPDFName("DSS");

    static NewestTimestamp in(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature newest = document.getSignatureDictionaries().stream()
                    .filter(signature -> "ETSI.RFC3161".equals(signature.getSubFilter()))
                    .max(Comparator.comparingInt(NewestTimestamp::end))
                    .orElseThrow(() -> new SigningFailed("The document has no archive time-stamp."));
            return of(token(newest.getContents()), validationData(document));
        } catch (IOException | TSPException | CertificateException e) {
            throw new SigningFailed("The document's archive time-stamp cannot be read: " + e.getMessage(), e);
        }
    }

    private static int end(PDSignature signature) {
        int[] range = signature.getByteRange();
        return range.length == 4 ? range[2] + range[3] : 0;
    }

    /** What follows the token in its container is padding. */
    private static TimeStampToken token(byte[] contents) throws IOException, TSPException {
        try (ASN1InputStream in = new ASN1InputStream(contents)) {
            return new TimeStampToken(ContentInfo.getInstance(in.readObject()));
        }
    }

    private static NewestTimestamp of(TimeStampToken token, List<X509Certificate> others) throws CertificateException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> known = new ArrayList<>(others);
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            known.add(converter.getCertificate(holder));
        }
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            if (token.getSID().match(holder)) {
                return new NewestTimestamp(token, converter.getCertificate(holder), List.copyOf(known));
            }
        }
        throw new SigningFailed("The document's archive time-stamp does not hold its authority's certificate.");
    }

    private static List<X509Certificate> validationData(PDDocument document) throws IOException, CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        COSDictionary dss = document.getDocumentCatalog().getCOSObject().getCOSDictionary(DSS);
        COSArray streams = dss == null ? null : dss.getCOSArray(COSName.getPDFName("Certs"));
        for (int i = 0; streams != null && i < streams.size(); i++) {
            COSBase certificate = streams.getObject(i);
            if (certificate instanceof COSStream stream) {
                try (InputStream in = stream.createInputStream()) {
                    certificates.add((X509Certificate) factory.generateCertificate(in));
                }
            }
        }
        return certificates;
    }
}
