package se.justera.validation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A root made for the tests, and what it issues: signers, seals, a time-stamp authority. All end in an hour. */
final class TestPki {

    private static final String AUTHORITY = "CN=Test Authority,O=Provsamverkan,C=SE";
    private static final String ROOT = "CN=Test Root,O=Provsamverkan,C=SE";
    private static final ASN1ObjectIdentifier NO_REV_AVAIL = new ASN1ObjectIdentifier("2.5.29.56");

    /** A key with its certificate. */
    record Identity(KeyPair keys, X509Certificate certificate) {}

    private final Instant now = Instant.now();
    private long serial = 1;
    private final Identity root;

    TestPki() {
        KeyPair keys = keys();
        root = new Identity(keys, issue(ROOT, keys, null, KeyUsage.keyCertSign | KeyUsage.cRLSign, null));
    }

    X509Certificate root() {
        return root.certificate();
    }

    Identity person(String givenName, String surname) {
        return signer("CN=%1$s %2$s,GIVENNAME=%1$s,SURNAME=%2$s,C=SE".formatted(givenName, surname));
    }

    /** A person with a qualified certificate (ETSI EN 319 412-5). */
    Identity qualified(String givenName, String surname, boolean onADevice) {
        KeyPair keys = keys();
        ASN1EncodableVector statements = new ASN1EncodableVector();
        statements.add(new QCStatement(new ASN1ObjectIdentifier("0.4.0.1862.1.1")));
        statements.add(new QCStatement(
                new ASN1ObjectIdentifier("0.4.0.1862.1.6"),
                new DERSequence(new ASN1ObjectIdentifier("0.4.0.1862.1.6.1"))));
        if (onADevice) {
            statements.add(new QCStatement(new ASN1ObjectIdentifier("0.4.0.1862.1.4")));
        }
        String name = "CN=%1$s %2$s,GIVENNAME=%1$s,SURNAME=%2$s,C=SE".formatted(givenName, surname);
        return new Identity(keys, issue(name, keys, root, KeyUsage.nonRepudiation, null, new DERSequence(statements)));
    }

    /**
     * Somebody whose certificate says where its issuer, its state and its list are to be fetched.
     *
     * @param known whether the issuer is the root; else nobody knows it
     */
    Identity pointingAt(List<String> addresses, boolean known) {
        KeyPair keys = keys();
        KeyPair others = keys();
        Identity issuer = known ? root : new Identity(others, issue(ROOT, others, null, KeyUsage.keyCertSign, null));
        String name = "CN=Pekar Utåt,GIVENNAME=Pekar,SURNAME=Utåt,C=SE";
        Map<ASN1ObjectIdentifier, ASN1Encodable> pointers = pointers(addresses, addresses, addresses);
        return new Identity(keys, issue(name, keys, issuer, KeyUsage.nonRepudiation, null, null, pointers));
    }

    /** Somebody whose certificate says where its list or its state is to be fetched. */
    Identity revocable(List<String> ocsp, List<String> lists) {
        KeyPair keys = keys();
        String name = "CN=Pekar Utåt,GIVENNAME=Pekar,SURNAME=Utåt,C=SE";
        Map<ASN1ObjectIdentifier, ASN1Encodable> pointers = pointers(List.of(), ocsp, lists);
        return new Identity(keys, issue(name, keys, root, KeyUsage.nonRepudiation, null, null, pointers));
    }

    /** An authority under the root, which is revoked in the root's list or not. */
    Identity authority(String list) {
        KeyPair keys = keys();
        Map<ASN1ObjectIdentifier, ASN1Encodable> pointers = pointers(List.of(), List.of(), List.of(list));
        return new Identity(keys, issue(AUTHORITY, keys, root, KeyUsage.keyCertSign, null, null, pointers));
    }

    /** Somebody whose certificate is by that authority, which the certificate says where to fetch. */
    Identity under(Identity authority, String where) {
        KeyPair keys = keys();
        String name = "CN=Under Mellan,GIVENNAME=Under,SURNAME=Mellan,C=SE";
        Map<ASN1ObjectIdentifier, ASN1Encodable> pointers =
                new HashMap<>(pointers(List.of(where), List.of(), List.of()));
        pointers.put(NO_REV_AVAIL, DERNull.INSTANCE);
        return new Identity(keys, issue(name, keys, authority, KeyUsage.nonRepudiation, null, null, pointers));
    }

    private static Map<ASN1ObjectIdentifier, ASN1Encodable> pointers(
            List<String> issuers, List<String> ocsp, List<String> lists) {
        ASN1EncodableVector access = new ASN1EncodableVector();
        ASN1EncodableVector points = new ASN1EncodableVector();
        issuers.forEach(address -> access.add(new AccessDescription(AccessDescription.id_ad_caIssuers, name(address))));
        ocsp.forEach(address -> access.add(new AccessDescription(AccessDescription.id_ad_ocsp, name(address))));
        lists.forEach(address -> points.add(new DistributionPoint(
                new DistributionPointName(DistributionPointName.FULL_NAME, new GeneralNames(name(address))),
                null,
                null)));
        Map<ASN1ObjectIdentifier, ASN1Encodable> pointers = new HashMap<>();
        if (access.size() > 0) {
            pointers.put(Extension.authorityInfoAccess, new DERSequence(access));
        }
        if (points.size() > 0) {
            pointers.put(Extension.cRLDistributionPoints, new DERSequence(points));
        }
        return pointers;
    }

    private static GeneralName name(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    /** The root's list. */
    byte[] list(List<X509Certificate> revoked) {
        try {
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(root.certificate(), Date.from(now));
            list.setNextUpdate(Date.from(now.plus(Duration.ofHours(1))));
            revoked.forEach(certificate -> list.addCRLEntry(
                    certificate.getSerialNumber(),
                    Date.from(now.minus(Duration.ofMinutes(4))),
                    CRLReason.keyCompromise));
            return list.build(by(root)).getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the root answers to an OCSP request: good. */
    byte[] state(byte[] request) {
        try {
            BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(new X500Name(ROOT)));
            Date at = Date.from(Instant.now());
            answer.addResponse(
                    new OCSPReq(request).getRequestList()[0].getCertID(), CertificateStatus.GOOD, at, null, null);
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, answer.build(by(root), null, at))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Identity seal(String organisation) {
        return signer("CN=%1$s,O=%1$s,C=SE".formatted(organisation));
    }

    Identity timestampAuthority() {
        KeyPair keys = keys();
        String name = "CN=Test TSA,O=Provsamverkan,C=SE";
        return new Identity(keys, issue(name, keys, root, KeyUsage.digitalSignature, KeyPurposeId.id_kp_timeStamping));
    }

    private Identity signer(String name) {
        KeyPair keys = keys();
        return new Identity(keys, issue(name, keys, root, KeyUsage.nonRepudiation, null));
    }

    private X509Certificate issue(
            String subject, KeyPair keys, @Nullable Identity issuer, int usage, @Nullable KeyPurposeId purpose) {
        return issue(subject, keys, issuer, usage, purpose, null);
    }

    private X509Certificate issue(
            String subject,
            KeyPair keys,
            @Nullable Identity issuer,
            int usage,
            @Nullable KeyPurposeId purpose,
            @Nullable ASN1Encodable statements) {
        return issue(subject, keys, issuer, usage, purpose, statements, Map.of());
    }

    private X509Certificate issue(
            String subject,
            KeyPair keys,
            @Nullable Identity issuer,
            int usage,
            @Nullable KeyPurposeId purpose,
            @Nullable ASN1Encodable statements,
            Map<ASN1ObjectIdentifier, ASN1Encodable> pointers) {
        try {
            X500Name name = new X500Name(subject);
            X500Name issuerName = issuer == null
                    ? name
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuerName,
                    BigInteger.valueOf(serial++),
                    Date.from(now.minus(Duration.ofMinutes(5))),
                    Date.from(now.plus(Duration.ofHours(1))),
                    name,
                    keys.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints((usage & KeyUsage.keyCertSign) != 0));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
            if (issuer != null) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        ids.createAuthorityKeyIdentifier(issuer.certificate()));
                if (pointers.isEmpty()) {
                    builder.addExtension(NO_REV_AVAIL, false, DERNull.INSTANCE);
                }
                for (var pointer : pointers.entrySet()) {
                    builder.addExtension(pointer.getKey(), false, pointer.getValue());
                }
            }
            if (purpose != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            }
            if (statements != null) {
                builder.addExtension(Extension.qCStatements, false, statements);
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(by(issuer == null ? keys : issuer.keys())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner by(Identity signer) throws OperatorCreationException {
        return by(signer.keys());
    }

    private static ContentSigner by(KeyPair keys) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
