package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class CryptographicSuitesTests {

    private static final Pattern DATED =
            Pattern.compile("<Algo Date=\"([-0-9]+)\"(?: Size=\"(\\d+)\")?>([^<]+)</Algo>");

    private final CryptographicSuites suites =
            new CryptographicSuites(new SigningSettings(new ClassPathResource("policy/ts-119-312.csv")));

    @Test
    void knowsTheEndOfShortKeysAndNoEndOfLongOnes() {
        assertThat(suites.weakFrom("RSASSA-PSS", 2048)).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(suites.weakFrom("RSA", 2999)).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(suites.weakFrom("RSA", 3072)).isEqualTo("2029-01-01T00:00:00Z");
        assertThat(suites.weakFrom("RSASSA-PSS", 4096)).isEqualTo(CryptographicSuites.NO_END_SET);
        assertThat(suites.weakFrom("ECDSA", 256)).isEqualTo(CryptographicSuites.NO_END_SET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA1", "RIPEMD160", "ED25519"})
    void countsWhatItDoesNotKnowAsWeak(String algorithm) {
        assertThat(suites.weakFrom(algorithm, 0)).isEqualTo(Instant.EPOCH);
        assertThat(suites.weakFrom("RSA", 1024)).isEqualTo(Instant.EPOCH);
    }

    /** Whoever validates with DSS must not find an algorithm weak before we do; its policy is written as XML. */
    @Test
    void isNeverLaterThanThePolicyOfTheValidation() throws Exception {
        String policy = new ClassPathResource("policy/strict.xml").getContentAsString(StandardCharsets.UTF_8);
        String dates = policy.substring(policy.indexOf("<AlgoExpirationDate"), policy.indexOf("</AlgoExpirationDate"));
        List<MatchResult> rows = DATED.matcher(dates).results().toList();
        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            int bits = row.group(2) == null ? 0 : Integer.parseInt(row.group(2));
            Instant end =
                    LocalDate.parse(row.group(1)).atStartOfDay(ZoneOffset.UTC).toInstant();
            assertThat(suites.weakFrom(row.group(3), bits)).as(row.group()).isBeforeOrEqualTo(end);
        });
    }

    @Test
    void saysWhichLineOfATableItCannotRead() {
        var table = new ByteArrayResource("ECDSA ; 256 ; soon".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new CryptographicSuites(new SigningSettings(table)))
                .hasMessageContaining("justera.signing.algorithms")
                .hasMessageContaining("ECDSA ; 256 ; soon");
    }
}
