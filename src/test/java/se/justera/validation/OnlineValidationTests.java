package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import se.justera.validation.online.CallLimits;
import se.justera.validation.online.CallRule;
import se.justera.validation.online.OnlineData;

/**
 * The certificates in an upload name addresses of an attacker's choosing. Nobody calls at one that is not public, and what
 * is called can neither take long nor be large; where nothing is to be feared, a signature's certificate can be judged.
 */
@Timeout(60)
class OnlineValidationTests {

    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(30));

    /** As in production, but for the ports: the servers of a test have none of the web. */
    private static final CallRule PUBLIC = new CallRule(CallRule.publicWeb().addresses(), port -> true);

    private static final CallRule THIS_MACHINE = new CallRule(InetAddress::isLoopbackAddress, port -> true);

    /** This machine, in all spellings; the last five with other schemes or none that fits. */
    private static final List<String> NOT_PUBLIC = List.of(
            "http://127.0.0.1:PORT/NUMBER",
            "https://127.0.0.1:PORT/NUMBER",
            "http://127.8.8.8:PORT/NUMBER",
            "http://localhost:PORT/NUMBER",
            "http://LOCALHOST:PORT/NUMBER",
            "http://[::1]:PORT/NUMBER",
            "http://[::ffff:127.0.0.1]:PORT/NUMBER",
            "http://[::ffff:7f00:1]:PORT/NUMBER",
            "http://[64:ff9b::7f00:1]:PORT/NUMBER",
            "http://[2002:7f00:1::]:PORT/NUMBER",
            "http://2130706433:PORT/NUMBER",
            "http://017700000001:PORT/NUMBER",
            "http://0177.0.0.1:PORT/NUMBER",
            "http://0x7f000001:PORT/NUMBER",
            "http://0x7f.0.0.1:PORT/NUMBER",
            "http://127.1:PORT/NUMBER",
            "http://0:PORT/NUMBER",
            "http://0.0.0.0:PORT/NUMBER",
            "http://[::]:PORT/NUMBER",
            "http://public.example@127.0.0.1:PORT/NUMBER",
            "http://127.0.0.1:PORT#@public.example/NUMBER",
            "http://127.0.0.1:PORT\\@public.example/NUMBER",
            "ftp://127.0.0.1:PORT/NUMBER",
            "ldap://127.0.0.1:PORT/NUMBER",
            "gopher://127.0.0.1:PORT/NUMBER",
            "file:///etc/hostname");

    private static final int HTTP = NOT_PUBLIC.size() - 5;

    private static final List<String> REFUSALS = List.of(
            "its host has an address that is not public",
            "its host is no name and no plain address",
            "it holds credentials",
            "it is neither http nor https",
            "it is no address");

    private static final TestSigner SIGNER = new TestSigner();
    private static final TestPki PKI = SIGNER.pki();

    private final CertificateServer server = new CertificateServer();

    @AfterEach
    void close() {
        server.close();
    }

    private static StrictValidation offline() {
        return new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());
    }

    private static Validation online(CallRule rule, CallLimits limits) {
        return offline().looking(new OnlineData(rule, limits)::forOneFile);
    }

    private static CallLimits limits(int calls, Duration time, DataSize size) {
        return new CallLimits(calls, time, time, size, size, size);
    }

    private static byte[] signedBy(TestPki.Identity person) {
        return SIGNER.sign(TestPdf.unsigned(), "sig_1", person);
    }

    private static Verdict verdict(Validation validation, byte[] pdf) {
        return validation.validate("f", pdf, Locale.ENGLISH).verdict();
    }

    private static List<ValidationResult.SignatureResult> signatures(Validation validation, byte[] pdf) {
        return validation.validate("f", pdf, Locale.ENGLISH).signatures();
    }

    @Test
    void isOffUnlessSomebodySwitchesItOn() {
        assertThat(settings(Map.of()).online()).isFalse();
        assertThat(settings(Map.of("justera.validation.online", "true")).online())
                .isTrue();
        byte[] pdf = signedBy(PKI.pointingAt(List.of(server.at("/x")), true));
        offline().report("f", pdf, Locale.ENGLISH);
        assertThat(server.asked()).isEmpty();
    }

    private static OnlineSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("justera.validation", OnlineSettings.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyCallsAtAnAddressThatIsNotPublic(boolean issuerKnown) {
        List<String> attacks = IntStream.range(0, NOT_PUBLIC.size())
                .mapToObj(number -> NOT_PUBLIC
                        .get(number)
                        .replace("PORT", String.valueOf(server.port()))
                        .replace("NUMBER", String.valueOf(number)))
                .toList();
        byte[] pdf = signedBy(PKI.pointingAt(attacks, issuerKnown));
        Validation patient = online(PUBLIC, limits(1000, Duration.ofSeconds(20), DataSize.ofMegabytes(1)));
        List<ILoggingEvent> log =
                logOf(() -> assertThat(signatures(patient, pdf)).isEqualTo(signatures(offline(), pdf)));
        assertThat(server.asked()).isEmpty();
        assertThat(log)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSizeGreaterThanOrEqualTo(issuerKnown ? NOT_PUBLIC.size() : HTTP)
                .allMatch(line -> REFUSALS.stream().anyMatch(line::endsWith));
    }

    @ParameterizedTest
    @CsvSource({"80,true", "443,true", "22,false", "8080,false", "6379,false"})
    void onlyThePortsOfTheWebAreCalled(int port, boolean called) {
        List<ILoggingEvent> log = logOf(() -> verdict(
                online(CallRule.publicWeb(), LIMITS),
                signedBy(PKI.revocable(List.of(), List.of("http://127.0.0.1:" + port + "/x")))));
        assertThat(log)
                .singleElement()
                .asString()
                .contains(called ? "an address that is not public" : "its port is not one of the web");
    }

    @Test
    void aRefusalIsToldToTheOperatorWithoutSecrets() {
        String secret = "http://127.0.0.1/hemlig?nyckel=hemlig";
        String credentials = "http://anna:hemlig@public.example/";
        String oddity = "http://public.example/\nINFO hemlig";
        byte[] pdf = signedBy(PKI.revocable(List.of(secret), List.of(credentials, oddity)));
        List<ILoggingEvent> log = logOf(() -> verdict(online(CallRule.publicWeb(), LIMITS), pdf));
        assertThat(log).hasSize(3).allMatch(line -> line.getLevel() == Level.INFO);
        assertThat(log)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("hemlig") || line.contains("anna") || line.contains("\n"))
                .anyMatch(line -> line.contains("http://127.0.0.1"))
                .anyMatch(line -> line.contains("it holds credentials"))
                .anyMatch(line -> line.contains("it is no address"));
    }

    private static List<ILoggingEvent> logOf(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger("se.justera.validation.online");
        Level level = logger.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
        try {
            work.run();
        } finally {
            logger.setLevel(level);
            logger.detachAppender(lines);
        }
        return List.copyOf(lines.list);
    }

    @Test
    void aFetchedListTellsThatACertificateIsNotRevoked() {
        String list = server.answering("/list", question -> PKI.list(List.of()));
        byte[] pdf = signedBy(PKI.revocable(List.of(), List.of(list)));
        assertThat(verdict(offline(), pdf)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(online(THIS_MACHINE, LIMITS), pdf)).isEqualTo(Verdict.VALID);
        assertThat(server.asked()).containsExactly("/list");
    }

    @Test
    void aFetchedListTellsThatACertificateIsRevoked() {
        TestPki.Identity person = PKI.revocable(List.of(), List.of(server.at("/list")));
        List<X509Certificate> revoked = List.of(person.certificate());
        server.answering("/list", question -> PKI.list(revoked));
        byte[] pdf = signedBy(person);
        assertThat(signatures(offline(), pdf)).asString().doesNotContain("REVOKED");
        assertThat(signatures(online(THIS_MACHINE, LIMITS), pdf)).asString().contains("REVOKED_NO_POE");
    }

    @Test
    void aFetchedAnswerTellsThatACertificateIsNotRevoked() {
        String ocsp = server.answering("/ocsp", PKI::state);
        byte[] pdf = signedBy(PKI.revocable(List.of(ocsp), List.of()));
        assertThat(verdict(offline(), pdf)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(online(THIS_MACHINE, LIMITS), pdf)).isEqualTo(Verdict.VALID);
        assertThat(server.asked()).containsExactly("/ocsp");
    }

    @Test
    void aFetchedIssuerLeadsToAnAnchor() throws GeneralSecurityException {
        String list = server.answering("/list", question -> PKI.list(List.of()));
        TestPki.Identity authority = PKI.authority(list);
        byte[] certificate = authority.certificate().getEncoded();
        String issuer = server.answering("/issuer", question -> certificate);
        byte[] pdf = signedBy(PKI.under(authority, issuer));
        assertThat(verdict(offline(), pdf)).isEqualTo(Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(online(THIS_MACHINE, LIMITS), pdf)).isEqualTo(Verdict.VALID);
    }

    @Test
    void oneListIsFetchedOnceForAllSignaturesOfAFile() {
        String list = server.answering("/list", question -> PKI.list(List.of()));
        byte[] pdf = signedBy(PKI.revocable(List.of(), List.of(list)));
        pdf = SIGNER.sign(pdf, "sig_2", PKI.revocable(List.of(), List.of(list)));
        pdf = SIGNER.sign(pdf, "sig_3", PKI.revocable(List.of(), List.of(list)));
        assertThat(verdict(online(THIS_MACHINE, LIMITS), pdf)).isEqualTo(Verdict.VALID);
        assertThat(server.asked()).containsExactly("/list");
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.answering("/list", question -> PKI.list(List.of()));
        byte[] pdf = signedBy(PKI.revocable(List.of(), List.of(server.at("/moved"))));
        assertThat(verdict(online(THIS_MACHINE, LIMITS), pdf)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(server.asked()).containsExactly("/moved");
    }

    @Test
    void aProxyOfTheMachineIsNotAsked() {
        String list = server.answering("/list", question -> PKI.list(List.of()));
        byte[] pdf = signedBy(PKI.revocable(List.of(), List.of(list)));
        try (CertificateServer proxy = new CertificateServer()) {
            System.setProperty("http.proxyHost", "localhost");
            System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
            System.setProperty("http.nonProxyHosts", "");
            assertThat(verdict(online(THIS_MACHINE, LIMITS), pdf)).isEqualTo(Verdict.VALID);
            assertThat(proxy.asked()).isEmpty();
        } finally {
            List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts").forEach(System::clearProperty);
        }
    }

    @Test
    void aFileHasOnlySoManyCalls() {
        List<String> many =
                IntStream.range(0, 60).mapToObj(n -> server.at("/" + n)).toList();
        byte[] pdf = signedBy(PKI.revocable(many, many));
        assertThat(verdict(online(THIS_MACHINE, LIMITS), pdf)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(server.asked()).hasSize(LIMITS.calls());
    }

    @ParameterizedTest
    @CsvSource({
        "/slow,1,it takes too long",
        "/dripping,1,it takes too long",
        "/endless,20,more than 65536 bytes",
        "/headers,20,MessageConstraintException"
    })
    void whatIsSlowOrLargeIsCutShort(String attack, int seconds, String reason) {
        CallLimits tight = limits(16, Duration.ofSeconds(seconds), DataSize.ofKilobytes(64));
        byte[] pdf = signedBy(PKI.revocable(List.of(), List.of(server.at(attack))));
        List<ILoggingEvent> log = logOf(
                () -> assertThat(signatures(online(THIS_MACHINE, tight), pdf)).isEqualTo(signatures(offline(), pdf)));
        assertThat(log).singleElement().asString().contains(reason);
    }

    @Test
    void aFileThatHasUsedUpItsTimeMakesNoFurtherCall() {
        server.answering("/list", question -> PKI.list(List.of()));
        CallLimits tight = limits(16, Duration.ofSeconds(1), DataSize.ofKilobytes(64));
        byte[] pdf = signedBy(PKI.revocable(List.of(server.at("/slow")), List.of(server.at("/list"))));
        assertThat(verdict(online(THIS_MACHINE, tight), pdf)).isEqualTo(Verdict.INDETERMINATE);
        assertThat(server.asked()).doesNotContain("/list");
    }

    /** If this fails, the tests above could not see a call. */
    @Test
    void theServerWouldNoticeACall() {
        assumeThat(server.asked()).isEmpty();
        byte[] pdf = signedBy(PKI.pointingAt(List.of("http://127.0.0.1:" + server.port() + "/x"), false));
        verdict(online(THIS_MACHINE, LIMITS), pdf);
        assertThat(server.asked()).containsOnly("/x").isNotEmpty();
    }
}
