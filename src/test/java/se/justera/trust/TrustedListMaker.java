package se.justera.trust;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.BLevelParameters;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xades.tsl.TrustedListV6SignatureParametersBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An operator of trusted lists (ETSI TS 119 612, version 6) with a key of its own: writes and signs them. */
public final class TrustedListMaker {

    private static final String URIS = "http://uri.etsi.org/TrstSvc/";

    /** tslSigning, ETSI TS 119 612, 5.7.1. */
    private static final ASN1ObjectIdentifier TSL_SIGNING = new ASN1ObjectIdentifier("0.4.0.2231.3.0");

    private final String name;
    private final String territory;
    private final KeyPair keys;
    private final X509Certificate certificate;

    /**
     * One service of a list.
     *
     * @param type e.g. {@code CA/QC}
     * @param status e.g. {@code granted}
     * @param qualifiesSignatures says ForeSignatures
     */
    public record Service(
            String type, String status, String name, X509Certificate certificate, boolean qualifiesSignatures) {

        /** An authority that issues qualified certificates for signatures. */
        public static Service qualified(X509Certificate certificate) {
            return new Service("CA/QC", "granted", "Qualified certificates", certificate, true);
        }

        /** An authority that a member state knows, without qualified status. */
        public static Service national(X509Certificate certificate) {
            return new Service("CA/PKC", "recognisedatnationallevel", "Certificates", certificate, false);
        }

        /** A time-stamping authority without qualified status. */
        public static Service timeStamps(X509Certificate certificate) {
            return new Service("TSA", "recognisedatnationallevel", "Time-stamps", certificate, false);
        }
    }

    public TrustedListMaker(String name, String territory) {
        this.name = name;
        this.territory = territory;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
            this.certificate = selfSigned();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which others know that a list is this operator's. */
    public X509Certificate certificate() {
        return certificate;
    }

    private X509Certificate selfSigned() throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, territory)
                .addRDN(BCStyle.O, name)
                .addRDN(BCStyle.CN, name)
                .build();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(126, new SecureRandom()),
                Date.from(Instant.parse("2025-01-01T00:00:00Z")),
                Date.from(Instant.parse("2044-12-31T23:59:59Z")),
                subject,
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.getInstance(TSL_SIGNING)));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    /** A signed list of the services of one provider. */
    public byte[] list(String provider, Instant issued, Instant nextUpdate, List<Service> services) {
        String inner = services.stream().map(TrustedListMaker::service).collect(Collectors.joining());
        String providers =
                "<TrustServiceProviderList><TrustServiceProvider><TSPInformation>" + named("TSPName", provider)
                        + "<TSPTradeName><Name xml:lang=\"en\">NTRSE-0000000000</Name></TSPTradeName>"
                        + address("TSPAddress") + uri("TSPInformationURI", "https://justera.example/")
                        + "</TSPInformation><TSPServices>" + inner
                        + "</TSPServices></TrustServiceProvider></TrustServiceProviderList>";
        return signed(document(
                "EUgeneric",
                "EUappropriate",
                "EUcommon",
                List.of("https://justera.example/"),
                "",
                issued,
                nextUpdate,
                providers));
    }

    /** A signed list of lists that points to one list, and to itself. */
    public byte[] listOfLists(Instant issued, Instant nextUpdate, String itsUrl, TrustedListMaker other, String url) {
        return listOfLists(issued, nextUpdate, List.of("https://justera.example/"), this, itsUrl, Map.of(url, other));
    }

    /**
     * A signed list of lists, or a pivot: one that is kept because it names who signs the next.
     *
     * @param information the addresses of its SchemeInformationURI: pivots, newest first, then the publication of the
     *     first signers (Commission Implementing Decision (EU) 2015/1505)
     * @param nextSigner who signs what comes after it at its address
     * @param lists the operators of the lists it points to, by address
     */
    public byte[] listOfLists(
            Instant issued,
            Instant nextUpdate,
            List<String> information,
            TrustedListMaker nextSigner,
            String itsUrl,
            Map<String, TrustedListMaker> lists) {
        String pointers = lists.entrySet().stream()
                .map(list -> pointer(list.getValue(), list.getKey(), "EUgeneric", "EUcommon"))
                .collect(Collectors.joining(
                        "",
                        "<PointersToOtherTSL>" + pointer(nextSigner, itsUrl, "EUlistofthelists", "EUlistofthelists"),
                        "</PointersToOtherTSL>"));
        return signed(document(
                "EUlistofthelists",
                "EUlistofthelists",
                "EUlistofthelists",
                information,
                pointers,
                issued,
                nextUpdate,
                ""));
    }

    private String document(
            String type,
            String determination,
            String rules,
            List<String> information,
            String pointers,
            Instant issued,
            Instant nextUpdate,
            String rest) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrustServiceStatusList"
                + " xmlns=\"http://uri.etsi.org/02231/v2#\" xmlns:tslx=\"http://uri.etsi.org/02231/v2/additionaltypes#\""
                + " Id=\"list\" TSLTag=\"http://uri.etsi.org/19612/TSLTag\"><SchemeInformation>"
                + "<TSLVersionIdentifier>6</TSLVersionIdentifier><TSLSequenceNumber>1</TSLSequenceNumber>"
                + "<TSLType>" + URIS + "TrustedList/TSLType/" + type + "</TSLType>"
                + named("SchemeOperatorName", name) + address("SchemeOperatorAddress")
                + named("SchemeName", territory + ":" + name)
                + uris("SchemeInformationURI", information)
                + "<StatusDeterminationApproach>" + URIS + "TrustedList/StatusDetn/" + determination
                + "</StatusDeterminationApproach>"
                + uri("SchemeTypeCommunityRules", URIS + "TrustedList/schemerules/" + rules)
                + "<SchemeTerritory>" + territory + "</SchemeTerritory>"
                + "<PolicyOrLegalNotice><TSLLegalNotice xml:lang=\"en\">A sample for trials. It says nothing about any"
                + " trust service.</TSLLegalNotice></PolicyOrLegalNotice>"
                + "<HistoricalInformationPeriod>65535</HistoricalInformationPeriod>" + pointers
                + "<ListIssueDateTime>" + issued + "</ListIssueDateTime>"
                + "<NextUpdate><dateTime>" + nextUpdate + "</dateTime></NextUpdate></SchemeInformation>" + rest
                + "</TrustServiceStatusList>";
    }

    private static String pointer(TrustedListMaker to, String url, String type, String rules) {
        return "<OtherTSLPointer><ServiceDigitalIdentities><ServiceDigitalIdentity>" + identity(to.certificate())
                + "</ServiceDigitalIdentity></ServiceDigitalIdentities><TSLLocation>" + url
                + "</TSLLocation><AdditionalInformation>"
                + other("<TSLType>" + URIS + "TrustedList/TSLType/" + type + "</TSLType>")
                + other(named("SchemeOperatorName", to.name))
                + other(uri("SchemeTypeCommunityRules", URIS + "TrustedList/schemerules/" + rules))
                + other("<SchemeTerritory>" + to.territory + "</SchemeTerritory>")
                + other("<tslx:MimeType>application/vnd.etsi.tsl+xml</tslx:MimeType>")
                + "</AdditionalInformation></OtherTSLPointer>";
    }

    private static String other(String inner) {
        return "<OtherInformation>" + inner + "</OtherInformation>";
    }

    private static String service(Service service) {
        String extensions = service.qualifiesSignatures()
                ? "<ServiceInformationExtensions><Extension Critical=\"true\"><AdditionalServiceInformation>"
                        + "<URI xml:lang=\"en\">" + URIS + "TrustedList/SvcInfoExt/ForeSignatures</URI>"
                        + "</AdditionalServiceInformation></Extension></ServiceInformationExtensions>"
                : "";
        return "<TSPService><ServiceInformation><ServiceTypeIdentifier>" + URIS + "Svctype/" + service.type()
                + "</ServiceTypeIdentifier>" + named("ServiceName", service.name()) + "<ServiceDigitalIdentity>"
                + identity(service.certificate()) + "</ServiceDigitalIdentity><ServiceStatus>" + URIS
                + "TrustedList/Svcstatus/" + service.status()
                + "</ServiceStatus><StatusStartingTime>2025-01-01T00:00:00Z</StatusStartingTime>" + extensions
                + "</ServiceInformation></TSPService>";
    }

    private static String identity(X509Certificate certificate) {
        try {
            return "<DigitalId><X509Certificate>" + Base64.getEncoder().encodeToString(certificate.getEncoded())
                    + "</X509Certificate></DigitalId>";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String named(String element, String name) {
        return "<" + element + "><Name xml:lang=\"en\">" + name + "</Name></" + element + ">";
    }

    private static String uri(String element, String uri) {
        return uris(element, List.of(uri));
    }

    private static String uris(String element, List<String> uris) {
        return uris.stream()
                .map(uri -> "<URI xml:lang=\"en\">" + uri + "</URI>")
                .collect(Collectors.joining("", "<" + element + ">", "</" + element + ">"));
    }

    private static String address(String element) {
        return "<" + element + "><PostalAddresses><PostalAddress xml:lang=\"en\"><StreetAddress>Gatan 1</StreetAddress>"
                + "<Locality>Orten</Locality><PostalCode>123 45</PostalCode><CountryName>SE</CountryName></PostalAddress>"
                + "</PostalAddresses><ElectronicAddress><URI xml:lang=\"en\">mailto:list@justera.example</URI>"
                + "<URI xml:lang=\"en\">https://justera.example/</URI></ElectronicAddress></" + element + ">";
    }

    private byte[] signed(String xml) {
        DSSDocument document = new InMemoryDocument(xml.getBytes(StandardCharsets.UTF_8), "trusted-list.xml");
        BLevelParameters level = new BLevelParameters();
        level.setSigningDate(Date.from(Instant.parse("2025-01-01T00:00:00Z")));
        XAdESSignatureParameters parameters = new TrustedListV6SignatureParametersBuilder(
                        new CertificateToken(certificate), document)
                .setReferenceDigestAlgorithm(DigestAlgorithm.SHA256)
                .setDigestAlgorithm(DigestAlgorithm.SHA256)
                .setBLevelParams(level)
                .build();
        XAdESService service = new XAdESService(new CommonCertificateVerifier());
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(service.getDataToSign(document, parameters).getBytes());
            SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), signature.sign());
            return DSSUtils.toByteArray(service.signDocument(document, parameters, value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
