package se.justera.validation.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * The bytes of a signature container that no signature covers: one CMS (RFC 5652), then nothing but zeros; its versions,
 * algorithms, signer's name and certificates are such as belong to its signature, and so are those of its time-stamps.
 */
public final class ContainerCheck {

    /** S/MIME and CAdES (RFC 5126, ETSI EN 319 122-1), revocation as Adobe writes it, what enterprises write for themselves. */
    private static final List<ASN1ObjectIdentifier> KNOWN_UNSIGNED = List.of(
            new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2"),
            new ASN1ObjectIdentifier("0.4.0.1733.2"),
            new ASN1ObjectIdentifier("0.4.0.19122.1"),
            new ASN1ObjectIdentifier("1.2.840.113583.1.1"),
            new ASN1ObjectIdentifier("1.3.6.1.4.1"));

    private final CertificatesCheck certificates;

    private ContainerCheck(CertificatesCheck certificates) {
        this.certificates = certificates;
    }

    /**
     * What is wrong with the containers of these signatures.
     *
     * @param anchors certificates that are known to be genuine
     */
    public static List<Finding> of(List<SignatureSlot> slots, Collection<X509Certificate> anchors) {
        ContainerCheck check = new ContainerCheck(new CertificatesCheck(anchors));
        List<Finding> findings = new ArrayList<>();
        for (SignatureSlot slot : slots) {
            byte[] contents = slot.contents();
            if (contents != null) {
                check.look(slot, contents, slot.coveredByOneOf(slots), findings);
            }
        }
        return findings;
    }

    private void look(SignatureSlot slot, byte[] contents, boolean covered, List<Finding> findings) {
        try (ByteArrayInputStream rest = new ByteArrayInputStream(contents)) {
            ASN1Primitive container = new ASN1InputStream(rest, contents.length).readObject();
            if (!covered && !allZero(rest)) {
                findings.add(Finding.of(Fault.PADDING_NOT_ZERO, slot.field()));
            }
            boolean pkcs1 = "adbe.x509.rsa_sha1".equals(slot.dictionary().getNameAsString("SubFilter"));
            if (!pkcs1 && signers(container) > 1) {
                findings.add(Finding.of(Fault.SEVERAL_SIGNERS, slot.field()));
            } else if (!pkcs1 && !consistent(container, contents)) {
                findings.add(Finding.of(Fault.CONTAINER_ODD, slot.field()));
            } else if (!pkcs1 && (!usual(container) || (!covered && saysMore(container)))) {
                findings.add(Finding.of(Fault.CONTAINER_UNUSUAL, slot.field()));
            }
        } catch (IOException | RuntimeException e) {
            findings.add(Finding.of(Fault.CONTENTS_ODD, slot.field()));
        }
    }

    private static boolean allZero(InputStream padding) throws IOException {
        int next = padding.read();
        while (next == 0) {
            next = padding.read();
        }
        return next < 0;
    }

    private static int signers(ASN1Encodable container) {
        ContentInfo info = ContentInfo.getInstance(container);
        return CMSObjectIdentifiers.signedData.equals(info.getContentType())
                ? SignedData.getInstance(info.getContent()).getSignerInfos().size()
                : 0;
    }

    /** @param bytes the container's as they stand in the file, where its certificates must stand in DER */
    private boolean consistent(ASN1Encodable container, byte[] bytes) throws IOException {
        ContentInfo info = ContentInfo.getInstance(container);
        if (!CMSObjectIdentifiers.signedData.equals(info.getContentType())) {
            return false;
        }
        SignedData cms = SignedData.getInstance(info.getContent());
        if (cms.getSignerInfos().size() != 1) {
            return false;
        }
        SignerInfo signer = SignerInfo.getInstance(cms.getSignerInfos().getObjectAt(0));
        return encoded(cms).stream().allMatch(certificate -> standsIn(bytes, certificate))
                && certificates.allGenuine(encoded(cms))
                && timestampsConsistent(signer, bytes);
    }

    /** Versions, names and algorithms as RFC 5652, 5.1 and 5.3 have them; the signature holds without. */
    private static boolean usual(ASN1Encodable container) throws IOException {
        SignedData cms =
                SignedData.getInstance(ContentInfo.getInstance(container).getContent());
        SignerInfo signer = SignerInfo.getInstance(cms.getSignerInfos().getObjectAt(0));
        return signer.getVersion().hasValue(signer.getSID().isTagged() ? 3 : 1)
                && cms.getVersion().intValueExact() >= 1
                && cms.getVersion().intValueExact() <= 5
                && namesDigest(cms, signer.getDigestAlgorithm())
                && namesItsSigner(signer, certificates(cms));
    }

    /** Attributes that nobody signed and neither a standard nor an enterprise knows; whoever likes can write them there. */
    private static boolean saysMore(ASN1Encodable container) {
        SignedData cms =
                SignedData.getInstance(ContentInfo.getInstance(container).getContent());
        ASN1Set unsigned =
                SignerInfo.getInstance(cms.getSignerInfos().getObjectAt(0)).getUnauthenticatedAttributes();
        if (unsigned == null) {
            return false;
        }
        for (ASN1Encodable attribute : unsigned) {
            ASN1ObjectIdentifier type = Attribute.getInstance(attribute).getAttrType();
            if (!CMSAttributes.counterSignature.equals(type)
                    && KNOWN_UNSIGNED.stream().noneMatch(type::on)) {
                return true;
            }
        }
        return false;
    }

    /** RFC 5652, 5.1: the set names the digest algorithms used; nothing else is of use there. */
    private static boolean namesDigest(SignedData cms, AlgorithmIdentifier digest) {
        return cms.getDigestAlgorithms().size() == 1
                && AlgorithmIdentifier.getInstance(cms.getDigestAlgorithms().getObjectAt(0))
                        .getAlgorithm()
                        .equals(digest.getAlgorithm());
    }

    private static boolean namesItsSigner(SignerInfo signer, List<X509CertificateHolder> own) {
        if (signer.getSID().isTagged() || own.isEmpty()) {
            return true;
        }
        IssuerAndSerialNumber named =
                IssuerAndSerialNumber.getInstance(signer.getSID().getId());
        return own.stream()
                .anyMatch(certificate -> certificate.getIssuer().equals(named.getName())
                        && certificate
                                .getSerialNumber()
                                .equals(named.getSerialNumber().getValue()));
    }

    private static List<X509CertificateHolder> certificates(SignedData cms) throws IOException {
        List<X509CertificateHolder> certificates = new ArrayList<>();
        for (byte[] certificate : encoded(cms)) {
            certificates.add(new X509CertificateHolder(certificate));
        }
        return certificates;
    }

    /** Attribute certificates and other kinds are tagged (RFC 5652, 10.2.2) and of no use here. */
    private static List<byte[]> encoded(SignedData cms) throws IOException {
        List<byte[]> encoded = new ArrayList<>();
        if (cms.getCertificates() != null) {
            for (ASN1Encodable certificate : cms.getCertificates()) {
                if (certificate.toASN1Primitive() instanceof ASN1Sequence x509) {
                    encoded.add(x509.getEncoded(ASN1Encoding.DER));
                }
            }
        }
        return encoded;
    }

    private static boolean standsIn(byte[] bytes, byte[] part) {
        int middle = part.length / 2;
        for (int at = 0; at <= bytes.length - part.length; at++) {
            // one look spares nearly all comparisons
            if (bytes[at + middle] == part[middle]
                    && Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private boolean timestampsConsistent(SignerInfo signer, byte[] bytes) throws IOException {
        if (signer.getUnauthenticatedAttributes() == null) {
            return true;
        }
        for (ASN1Encodable unsigned : signer.getUnauthenticatedAttributes()) {
            Attribute attribute = Attribute.getInstance(unsigned);
            if (PKCSObjectIdentifiers.id_aa_signatureTimeStampToken.equals(attribute.getAttrType())) {
                for (ASN1Encodable token : attribute.getAttrValues()) {
                    if (!readable(token) || !consistent(token, bytes) || !usual(token)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** What cannot be read would otherwise be passed over, as if there were no time-stamp (RFC 3161, 2.4.2). */
    private static boolean readable(ASN1Encodable token) throws IOException {
        try {
            return new TimeStampToken(ContentInfo.getInstance(token)).getTimeStampInfo() != null;
        } catch (TSPException e) {
            return false;
        }
    }
}
