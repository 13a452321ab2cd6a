package se.justera.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import se.justera.kernel.Identified;

/** What stands in a one-time certificate, and what does not. */
class CertificateTests {

    private static final Instant NOW = Instant.parse("2026-09-14T13:30:00Z");
    private static final Identified IDENTIFIED =
            new Identified("mail-code", "low", "https://justera.example/?a=1&b=\"2\"", NOW.minusSeconds(50));

    private final CertificateAuthority authority =
            TestTrust.sample(Clock.fixed(NOW, ZoneOffset.UTC)).authority();

    @Test
    void isShortLivedIrrevocableAndForSignaturesOnly() throws Exception {
        X509Certificate certificate = issue("Åsa Öhrn");
        assertThat(certificate.getNotBefore()).isEqualTo(NOW.minus(Duration.ofMinutes(1)));
        assertThat(certificate.getNotAfter()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(certificate.getKeyUsage()).startsWith(false, true, false).endsWith(false);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getNonCriticalExtensionOIDs()).contains("0.4.0.194121.2.1", "2.5.29.56", "2.5.29.32");
        assertThat(certificate.getExtensionValue("2.5.29.31"))
                .as("CRLDistributionPoints")
                .isNull();
        assertThat(((ECPublicKey) certificate.getPublicKey())
                        .getParams()
                        .getOrder()
                        .bitLength())
                .isEqualTo(256);
    }

    /** Every extension and whether it is critical (ETSI EN 319 412-1 and -2), by object identifier. */
    @Test
    void hasTheExtensionsOfTheProfileAndNoOthers() throws Exception {
        X509Certificate shortTerm = issue("Åsa Öhrn");
        assertThat(shortTerm.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        assertThat(shortTerm.getNonCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(
                        "2.5.29.32",
                        "1.3.6.1.5.5.7.1.3",
                        "2.5.29.14",
                        "2.5.29.35",
                        "1.3.6.1.5.5.7.1.1",
                        "1.2.752.201.5.1",
                        "0.4.0.194121.2.1",
                        "2.5.29.56");
        X509Certificate revocable =
                revocable().issue(key(), subject("Åsa Öhrn")).get(0);
        assertThat(revocable.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        assertThat(revocable.getNonCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(
                        "2.5.29.32",
                        "1.3.6.1.5.5.7.1.3",
                        "2.5.29.14",
                        "2.5.29.35",
                        "1.3.6.1.5.5.7.1.1",
                        "1.2.752.201.5.1",
                        "2.5.29.31");
    }

    @Test
    void livesAYearAndNamesCrlAndOcspWhereItIsRevocable() throws Exception {
        X509Certificate certificate =
                revocable().issue(key(), subject("Åsa Öhrn")).get(0);
        assertThat(certificate.getNotAfter()).isEqualTo(NOW.plus(Duration.ofDays(365)));
        assertThat(text(certificate, "2.5.29.31")).contains("https://justera.example/pki/issuing-ca.crl");
        assertThat(text(certificate, "1.3.6.1.5.5.7.1.1")).contains("https://justera.example/ocsp");
    }

    private static CertificateAuthority revocable() {
        return TestTrust.with(Map.of("certificate-profile", "revocable"), Clock.fixed(NOW, ZoneOffset.UTC))
                .authority();
    }

    private static String text(X509Certificate certificate, String extension) {
        return new String(certificate.getExtensionValue(extension), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aPersonnummerStandsInItOnlyWhereThatIsConfigured() throws Exception {
        CertificateSubject subject =
                new CertificateSubject("Åsa Öhrn", "p-17", "Förbundet", IDENTIFIED, "196408233234");
        assertThat(value(subjectOf(authority.issue(key(), subject).get(0)), BCStyle.SERIALNUMBER))
                .isEqualTo("p-17");
        CertificateAuthority asConfigured = TestTrust.with(
                        Map.of("personal-numbers", "true"), Clock.fixed(NOW, ZoneOffset.UTC))
                .authority();
        assertThat(value(subjectOf(asConfigured.issue(key(), subject).get(0)), BCStyle.SERIALNUMBER))
                .isEqualTo("PNOSE-196408233234");
        assertThat(value(subjectOf(asConfigured.issue(key(), subject("Eva Ek")).get(0)), BCStyle.SERIALNUMBER))
                .isEqualTo("p-17");
    }

    @Test
    void leadsToTheRootAndNeverHasTheSameSerialNumber() throws Exception {
        List<X509Certificate> chain = authority.issue(key(), subject("Åsa Öhrn"));
        assertThat(chain).hasSize(3);
        chain.get(0).verify(chain.get(1).getPublicKey());
        chain.get(1).verify(chain.get(2).getPublicKey());
        assertThat(issue("Åsa Öhrn").getSerialNumber())
                .isNotEqualTo(chain.get(0).getSerialNumber());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Åsa Öhrn-Älvsjö | Åsa | Öhrn-Älvsjö",
                "Anna Maria von Ĳssel | Anna Maria von | Ĳssel",
                "Łukasz Čapek | Łukasz | Čapek",
                "Þóra Ñáñez Ģirts | Þóra Ñáñez | Ģirts",
                "Ирина Γεωργίου | Ирина | Γεωργίου",
                "Søren O'Brien, \"jr\" + #1 | Søren O'Brien, \"jr\" + | #1",
            })
    void namesThePersonWithEveryLetterOfEurope(String name, String givenName, String surname) throws Exception {
        X500Name subject = subjectOf(issue(name));
        assertThat(value(subject, BCStyle.CN)).isEqualTo(name);
        assertThat(value(subject, BCStyle.GIVENNAME)).isEqualTo(givenName);
        assertThat(value(subject, BCStyle.SURNAME)).isEqualTo(surname);
        assertThat(value(subject, BCStyle.SERIALNUMBER)).isEqualTo("p-17");
        assertThat(value(subject, BCStyle.O)).isEqualTo("Förbundet Exempel");
        assertThat(value(subject, BCStyle.C)).isEqualTo("SE");
    }

    @Test
    void aSingleNameIsASurname() throws Exception {
        X500Name subject = subjectOf(issue("Björk"));
        assertThat(value(subject, BCStyle.SURNAME)).isEqualTo("Björk");
        assertThat(subject.getRDNs(BCStyle.GIVENNAME)).isEmpty();
        assertThat(PersonName.of("  Eva   Ek ")).isEqualTo(new PersonName(Optional.of("Eva"), "Ek"));
    }

    @Test
    void aVeryLongNameIsCutOnlyInTheCommonName() throws Exception {
        String surname = "Ö".repeat(80);
        X500Name subject = subjectOf(issue("Eva " + surname));
        assertThat(value(subject, BCStyle.SURNAME)).isEqualTo(surname);
        assertThat(value(subject, BCStyle.CN)).hasSize(64);
    }

    @Test
    void saysHowByWhomWhenAndAtWhichLevelThePersonWasIdentified() throws Exception {
        Document context = authenticationContext(issue("Åsa Öhrn"));
        Element info = (Element) context.getElementsByTagNameNS(AuthenticationContext.SACI, "AuthContextInfo")
                .item(0);
        assertThat(info.getAttribute("IdentityProvider")).isEqualTo("https://justera.example/?a=1&b=\"2\"");
        assertThat(info.getAttribute("AuthenticationInstant")).isEqualTo("2026-09-14T13:29:10Z");
        assertThat(info.getAttribute("AuthnContextClassRef")).isEqualTo("http://eidas.europa.eu/NotNotified/LoA/low");
        assertThat(info.getTextContent()).isEqualTo("mail-code");
        assertThat(context.getDocumentElement().getLocalName()).isEqualTo("SAMLAuthContext");
    }

    @Test
    void whatACertificateSaysOfTheIdentificationCanBeReadBack() throws Exception {
        var identified = new Identified(
                "oidc:eid", "E-legitimation <å>", "substantial", "https://idp.example", "acr=loa3; amr=mfa", NOW);
        assertThat(ReadAuthenticationContext.of(issue("Åsa Öhrn", identified))).contains(identified);
        assertThat(ReadAuthenticationContext.of(issue("Åsa Öhrn"))).contains(IDENTIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asa@forbundet.example", "640823-3234", "196408233234", "6408233234", " "})
    void refusesAPseudonymThatSaysTooMuch(String pseudonym) {
        assertThatThrownBy(() -> new CertificateSubject("Åsa Öhrn", pseudonym, "", IDENTIFIED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsIssuedBeyondTheEndOfTheAuthority() {
        Clock end = Clock.fixed(Instant.parse("2046-12-31T23:50:00Z"), ZoneOffset.UTC);
        TestTrust late = TestTrust.withTimeStampsFrom(List.of(java.net.URI.create("http://tsa.example/")), end);
        assertThatThrownBy(late::authority).isInstanceOf(KeysUnusable.class).hasMessageContaining("not now");
    }

    private X509Certificate issue(String name) throws Exception {
        return authority.issue(key(), subject(name)).get(0);
    }

    private X509Certificate issue(String name, Identified identified) throws Exception {
        return authority
                .issue(key(), new CertificateSubject(name, "p-17", "", identified))
                .get(0);
    }

    private static CertificateSubject subject(String name) {
        return new CertificateSubject(name, "p-17", "Förbundet Exempel", IDENTIFIED);
    }

    private static PublicKey key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPublic();
    }

    private static X500Name subjectOf(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static String value(X500Name name, org.bouncycastle.asn1.ASN1ObjectIdentifier attribute) {
        return name.getRDNs(attribute)[0].getFirst().getValue().toString();
    }

    private static Document authenticationContext(X509Certificate certificate) throws Exception {
        byte[] extension = ASN1OctetString.getInstance(certificate.getExtensionValue("1.2.752.201.5.1"))
                .getOctets();
        ASN1Sequence context =
                (ASN1Sequence) ASN1Sequence.getInstance(extension).getObjectAt(0);
        assertThat(ASN1UTF8String.getInstance(context.getObjectAt(0)).getString())
                .isEqualTo(AuthenticationContext.SACI);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(
                        ASN1UTF8String.getInstance(context.getObjectAt(1)).getString())));
    }
}
