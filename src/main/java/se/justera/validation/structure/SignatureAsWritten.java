package se.justera.validation.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.util.Properties;

/**
 * A second look at signatures that strict reading rejects. Some products signed their attributes as they stand in the
 * file and not in DER order (RFC 5652, 5.4), named the digest in one of two places only, or wrote numbers longer than
 * DER does. Where the signer's key did sign exactly these bytes they were not altered, and nobody can say that the
 * signature is as it should be either.
 */
public final class SignatureAsWritten {

    private static final Set<Fault> REJECTED = Set.of(Fault.SIGNATURE_BROKEN, Fault.CONTENTS_ODD);
    private static final String LONG_NUMBERS = "org.bouncycastle.asn1.allow_unsafe_integer";

    /** Not DSS's, which remembers what it found right: what holds here must not hold there. */
    private static final Provider ALGORITHMS = new BouncyCastleProvider();

    private final byte[] file;

    private SignatureAsWritten(byte[] file) {
        this.file = file;
    }

    /** The findings, those told otherwise that say a signature is broken which fits the bytes of the file as they stand. */
    public static List<Finding> reconsider(List<Finding> findings, byte[] file, List<SignatureSlot> slots) {
        SignatureAsWritten written = new SignatureAsWritten(file);
        return findings.stream()
                .map(finding -> REJECTED.contains(finding.fault()) && written.fits(finding, slots)
                        ? Finding.of(Fault.SIGNATURE_ENCODING, finding.field())
                        : finding)
                .distinct()
                .toList();
    }

    private boolean fits(Finding finding, List<SignatureSlot> slots) {
        return slots.stream()
                .filter(slot -> !slot.timestamp() && slot.field().equals(finding.field()))
                .anyMatch(this::fits);
    }

    private boolean fits(SignatureSlot slot) {
        byte[] contents = slot.contents();
        Optional<byte[]> covered = covered(slot.byteRange());
        if (contents == null || covered.isEmpty()) {
            return false;
        }
        Properties.setThreadOverride(LONG_NUMBERS, true);
        try {
            ContentInfo info = ContentInfo.getInstance(new ASN1InputStream(contents).readObject());
            return fits(SignedData.getInstance(info.getContent()), covered.get());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false; // what nobody can read stays rejected
        } finally {
            Properties.removeThreadOverride(LONG_NUMBERS);
        }
    }

    private Optional<byte[]> covered(List<Integer> range) {
        if (range.isEmpty() || (long) range.get(2) + range.get(3) > file.length || range.get(1) > range.get(2)) {
            return Optional.empty();
        }
        byte[] covered = new byte[range.get(1) + range.get(3)];
        System.arraycopy(file, 0, covered, 0, range.get(1));
        System.arraycopy(file, range.get(2), covered, range.get(1), range.get(3));
        return Optional.of(covered);
    }

    private boolean fits(SignedData cms, byte[] covered) throws IOException, GeneralSecurityException {
        if (cms.getSignerInfos().size() != 1 || cms.getEncapContentInfo().getContent() != null) {
            return false;
        }
        SignerInfo signer = SignerInfo.getInstance(cms.getSignerInfos().getObjectAt(0));
        String digest = digest(signer.getDigestAlgorithm().getAlgorithm());
        ASN1Set attributes = signer.getAuthenticatedAttributes();
        if (attributes != null
                && !Arrays.equals(
                        messageDigest(attributes),
                        MessageDigest.getInstance(digest, ALGORITHMS).digest(covered))) {
            return false;
        }
        byte[] signed = attributes == null ? covered : attributes.getEncoded(ASN1Encoding.DL);
        PublicKey key = signersKey(cms, signer);
        String kind = "EC".equals(key.getAlgorithm()) ? "ECDSA" : key.getAlgorithm();
        Signature signature = Signature.getInstance(digest + "with" + kind, ALGORITHMS);
        signature.initVerify(key);
        signature.update(signed);
        return signature.verify(signer.getEncryptedDigest().getOctets());
    }

    /** The digest's name, also where the name of a whole signature algorithm stands in its place. */
    private static String digest(ASN1ObjectIdentifier algorithm) {
        String name = new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm);
        int with = name.indexOf("WITH");
        return with < 0 ? name : name.substring(0, with);
    }

    private static byte[] messageDigest(ASN1Set attributes) {
        for (ASN1Encodable item : attributes) {
            Attribute attribute = Attribute.getInstance(item);
            if (CMSAttributes.messageDigest.equals(attribute.getAttrType())) {
                return ASN1OctetString.getInstance(attribute.getAttrValues().getObjectAt(0))
                        .getOctets();
            }
        }
        return new byte[0];
    }

    private static PublicKey signersKey(SignedData cms, SignerInfo signer)
            throws IOException, GeneralSecurityException {
        ASN1Integer serial =
                IssuerAndSerialNumber.getInstance(signer.getSID().getId()).getSerialNumber();
        for (ASN1Encodable item : cms.getCertificates()) {
            ASN1Sequence certificate = ASN1Sequence.getInstance(item);
            if (serial.equals(serialNumber(ASN1Sequence.getInstance(certificate.getObjectAt(0))))) {
                return CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()))
                        .getPublicKey();
            }
        }
        throw new GeneralSecurityException("the signer's certificate is not in the container");
    }

    /** The second of its entries where the first tells the version (RFC 5280, 4.1). */
    private static ASN1Encodable serialNumber(ASN1Sequence certificate) {
        ASN1Encodable first = certificate.getObjectAt(0);
        return first instanceof ASN1Integer ? first : certificate.getObjectAt(1);
    }
}
