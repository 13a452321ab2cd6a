package se.justera.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.justera.database.EmptyDatabase;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.TenantId;
import se.justera.notify.LetterNotSent;

class MailCodesTests {

    private static final String ADDRESS = "karin@forening.example";
    private static final Browser THIS = new Browser("this browser's secret");
    private static final Browser ANOTHER = new Browser("another browser's secret");
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final House house = House.plain();
    private final House.Post post = house.post();
    private final EmptyDatabase database = house.database();
    private final Codes codes = new Codes(house.identifications());
    private final ParticipantId karin = new ParticipantId(UUID.randomUUID());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void mailsSixDigitsToTheAddress() {
        requestCode();

        assertThat(post.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(ADDRESS);
            assertThat(letter.template()).isEqualTo("code");
            assertThat(letter.facts()).containsEntry("about", "Protokoll nr 3").containsEntry("minutes", 10L);
        });
        assertThat(post.latestCode()).matches("[0-9]{6}");
        assertThat(codes.awaitsCode(karin)).isTrue();
    }

    @Test
    void theRightCodeIdentifiesThisBrowserAndNoOther() {
        requestCode();
        type(post.latestCode());

        assertThat(codes.of(karin, THIS))
                .contains(new Identification("mail-code", "engångskod via e-post", "low", null, "", database.now()));
        assertThat(codes.of(karin, ANOTHER)).isEmpty();
        assertThat(codes.of(new ParticipantId(UUID.randomUUID()), THIS)).isEmpty();
    }

    @Test
    void readsACodeWithSpacesInIt() {
        requestCode();
        String code = post.latestCode();
        type(" " + code.substring(0, 3) + " " + code.substring(3));

        assertThat(codes.of(karin, THIS)).isPresent();
    }

    @Test
    void aCodeWorksOnce() {
        requestCode();
        type(post.latestCode());

        assertThatThrownBy(() -> codes.identify(database.tenant(), karin, post.latestCode(), ANOTHER))
                .isInstanceOf(WrongCode.class);
        assertThat(codes.awaitsCode(karin)).isFalse();
    }

    @Test
    void remembersABrowserForTwoHours() {
        requestCode();
        type(post.latestCode());

        database.clock().advance(Duration.ofHours(2).minus(A_MOMENT));
        assertThat(codes.of(karin, THIS)).isPresent();
        database.clock().advance(A_MOMENT);
        assertThat(codes.of(karin, THIS)).isEmpty();
    }

    @Test
    void takesTheRightCodeAfterTwoWrongOnes() {
        requestCode();
        typeWrong(2);
        type(post.latestCode());

        assertThat(codes.of(karin, THIS)).isPresent();
    }

    @Test
    void theThirdWrongCodeClosesForTenMinutesEvenToTheRightOne() {
        requestCode();
        typeWrong(2);
        refusesForTenMinutes(() -> type(wrong()));

        refusesForTenMinutes(() -> type(post.latestCode()));
        assertThat(codes.awaitsCode(karin)).isFalse();
        assertThat(codes.of(karin, THIS)).isEmpty();
    }

    @Test
    void theThirdWrongCodeStopsNewCodesToo() {
        requestCode();
        typeWrong(2);
        refusesForTenMinutes(() -> type(wrong()));

        refusesForTenMinutes(this::requestCode);
        assertThat(post.letters()).hasSize(1);
    }

    @Test
    void aNewCodeDoesNotWipeOutWrongTries() {
        requestCode();
        typeWrong(2);
        requestCode();

        refusesForTenMinutes(() -> type(wrong()));
    }

    @Test
    void aNewCodeWorksAfterTenMinutes() {
        requestCode();
        typeWrong(2);
        refusesForTenMinutes(() -> type(wrong()));
        database.clock().advance(TEN_MINUTES);

        requestCode();
        typeWrong(2);
        type(post.latestCode());
        assertThat(codes.of(karin, THIS)).isPresent();
    }

    @Test
    void aCodeIsGoodForTenMinutesAndNoLonger() {
        requestCode();
        database.clock().advance(TEN_MINUTES.minus(A_MOMENT));
        assertThat(codes.awaitsCode(karin)).isTrue();
        database.clock().advance(A_MOMENT);

        assertThat(codes.awaitsCode(karin)).isFalse();
        assertThatThrownBy(() -> type(post.latestCode())).isInstanceOf(WrongCode.class);
    }

    @Test
    void aNewCodeVoidsTheOldOne() {
        requestCode();
        String old = post.latestCode();
        requestAnotherThan(old);

        assertThatThrownBy(() -> type(old)).isInstanceOf(WrongCode.class);
        type(post.latestCode());
        assertThat(codes.of(karin, THIS)).isPresent();
    }

    @Test
    void sendsAtMostSixCodesInTenMinutes() {
        for (int n = 0; n < 6; n++) {
            requestCode();
        }
        refusesForTenMinutes(this::requestCode);
        assertThat(post.letters()).hasSize(6);

        database.clock().advance(TEN_MINUTES);
        requestCode();
        assertThat(post.letters()).hasSize(7);
    }

    @Test
    void onePersonsMistakesAreNotAnothers() {
        requestCode();
        typeWrong(2);
        refusesForTenMinutes(() -> type(wrong()));

        var other = new ParticipantId(UUID.randomUUID());
        codes.requestCode(database.tenant(), other, "erik@forening.example", "Protokoll nr 3");
        codes.identify(database.tenant(), other, post.latestCode(), THIS);
        assertThat(codes.of(other, THIS)).isPresent();
    }

    @Test
    void forgetsCodesAndBrowsers() {
        requestCode();
        type(post.latestCode());
        requestCode();
        codes.forget(karin);

        assertThat(codes.of(karin, THIS)).isEmpty();
        assertThat(codes.awaitsCode(karin)).isFalse();
        assertThatThrownBy(() -> type(post.latestCode())).isInstanceOf(WrongCode.class);
    }

    @Test
    void keepsNoCodeAndNoBrowsersSecretInClear() {
        requestCode();
        type(post.latestCode());
        requestCode();

        String stored = everything("mail_code") + everything("identified_browser");
        assertThat(stored).contains(karin.toString());
        assertThat(post.letters())
                .allSatisfy(letter -> assertThat(stored)
                        .doesNotContainPattern("(?<![0-9a-f])" + letter.facts().get("code") + "(?![0-9a-f])"));
        assertThat(stored).doesNotContain(THIS.secret());
    }

    @Test
    void theSameCodeLooksDifferentForEveryPerson() {
        requestCode();
        codes.requestCode(database.tenant(), new ParticipantId(UUID.randomUUID()), ADDRESS, "Protokoll nr 3");

        assertThat(database.sql()
                        .sql("select distinct salt from mail_code")
                        .query(String.class)
                        .list())
                .hasSize(2);
    }

    @Test
    void saysSoWhenTheMailCannotBeSent() {
        post.close();
        assertThatThrownBy(this::requestCode).isInstanceOf(CodeNotSent.class).hasCauseInstanceOf(LetterNotSent.class);

        post.open();
        requestCode();
        type(post.latestCode());
        assertThat(codes.of(karin, THIS)).isPresent();
    }

    private void requestCode() {
        codes.requestCode(database.tenant(), karin, ADDRESS, "Protokoll nr 3");
    }

    private void requestAnotherThan(String old) {
        do {
            requestCode();
        } while (post.latestCode().equals(old));
    }

    private void type(String code) {
        codes.identify(database.tenant(), karin, code, THIS);
    }

    private void typeWrong(int times) {
        for (int n = 0; n < times; n++) {
            assertThatThrownBy(() -> type(wrong())).isInstanceOf(WrongCode.class);
        }
    }

    private String wrong() {
        return post.latestCode().equals("000000") ? "000001" : "000000";
    }

    private void refusesForTenMinutes(Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        TooManyTries.class,
                        e -> assertThat(e.until()).isEqualTo(database.now().plus(TEN_MINUTES)));
    }

    private String everything(String table) {
        List<Map<String, Object>> rows =
                database.sql().sql("select * from " + table).query().listOfRows();
        return rows.toString();
    }

    /** The facade as it looks to whoever uses codes alone. */
    private record Codes(Identifications identifications) {

        private static final Need NEED = Need.review();

        void requestCode(TenantId tenant, ParticipantId participant, String email, String about) {
            identifications.begin(
                    new Claimant(tenant, participant, "", email, about), NEED, MailCodes.METHOD, new Browser(""));
        }

        void identify(TenantId tenant, ParticipantId participant, String code, Browser browser) {
            var person = new Claimant(tenant, participant, "", "", "");
            identifications.remember(
                    person,
                    browser,
                    identifications.prove(person, NEED, MailCodes.METHOD, browser, Map.of("code", code)));
        }

        Optional<Identification> of(ParticipantId participant, Browser browser) {
            var person = new Claimant(new TenantId(UUID.randomUUID()), participant, "", "", "");
            return identifications.standing(person, NEED, browser).identification();
        }

        boolean awaitsCode(ParticipantId participant) {
            var person = new Claimant(new TenantId(UUID.randomUUID()), participant, "", "", "");
            return identifications.standing(person, NEED, new Browser("")).awaitsCode();
        }

        void forget(ParticipantId participant) {
            identifications.forget(participant);
        }
    }
}
