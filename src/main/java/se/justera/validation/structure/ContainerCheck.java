package se.justera.validation.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The bytes of a signature container that no signature covers: one CMS (RFC 5652), then nothing but zeros; versions and
 * digest algorithms as they follow from the rest.
 */
public final class ContainerCheck {

    private ContainerCheck() {}

    /** What is wrong with the containers of these signatures. */
    public static List<Finding> of(List<SignatureSlot> slots) {
        List<Finding> findings = new ArrayList<>();
        for (SignatureSlot slot : slots) {
            byte[] contents = slot.contents();
            if (contents != null) {
                look(slot, contents, findings);
            }
        }
        return findings;
    }

    private static void look(SignatureSlot slot, byte[] contents, List<Finding> findings) {
        try (ByteArrayInputStream rest = new ByteArrayInputStream(contents)) {
            ASN1Primitive container = new ASN1InputStream(rest, contents.length).readObject();
            for (int padding = rest.read(); padding >= 0; padding = rest.read()) {
                if (padding != 0) {
                    findings.add(Finding.of(Fault.CONTENTS_ODD, slot.field()));
                    return;
                }
            }
            if (!consistent(container)) {
                findings.add(Finding.of(Fault.CONTAINER_ODD, slot.field()));
            }
        } catch (IOException | RuntimeException e) {
            findings.add(Finding.of(Fault.CONTENTS_ODD, slot.field()));
        }
    }

    private static boolean consistent(ASN1Primitive container) {
        ContentInfo info = ContentInfo.getInstance(container);
        if (!CMSObjectIdentifiers.signedData.equals(info.getContentType())) {
            return true;
        }
        SignedData cms = SignedData.getInstance(info.getContent());
        if (cms.getSignerInfos().size() != 1) {
            return false;
        }
        SignerInfo signer = SignerInfo.getInstance(cms.getSignerInfos().getObjectAt(0));
        return signer.getVersion().hasValue(signer.getSID().isTagged() ? 3 : 1)
                && cms.getVersion().intValueExact() >= 1
                && cms.getVersion().intValueExact() <= 5
                && namesDigest(cms, signer.getDigestAlgorithm());
    }

    /** RFC 5652, 5.1: the set names the digest algorithms used; nothing else is of use there. */
    private static boolean namesDigest(SignedData cms, AlgorithmIdentifier digest) {
        return cms.getDigestAlgorithms().size() == 1
                && AlgorithmIdentifier.getInstance(cms.getDigestAlgorithms().getObjectAt(0))
                        .getAlgorithm()
                        .equals(digest.getAlgorithm());
    }
}
