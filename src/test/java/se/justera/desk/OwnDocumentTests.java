package se.justera.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.association.Association;
import se.justera.association.Associations;
import se.justera.kernel.TenantId;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Meeting;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.minutes.Participant;
import se.justera.signing.Signing;
import se.justera.validation.AdjustedDocument;
import se.justera.validation.AdjustedDocument.Adjuster;
import se.justera.validation.AdjustedDocument.Office;
import se.justera.validation.AdjustedDocument.Timeliness;
import se.justera.validation.OwnDocuments.StoredRevision;
import se.justera.validation.ResultSchema;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** What a validation tells of our own documents besides the verdict, and of which it tells nothing. */
@DeskTest
class OwnDocumentTests {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static @Nullable MinutesView adjusted;

    @Autowired
    private MinuteBook book;

    @Autowired
    private Archive archive;

    @Autowired
    private Associations associations;

    @Autowired
    private Signing signing;

    @Autowired
    private Validation validation;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    // stored revisions

    @Test
    void anOlderRevisionSaysWhatCameAfterIt() {
        ValidationResult result = validate(revision(adjusted(), 1).pdf());

        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .startsWith("Filen är version 2 av 5 av Protokoll styrelsen nr 4/2026 (Samordningsförbundet Älvdalen)")
                .contains("Efter den har tillkommit 2 underskrifter och en arkivtidsstämpel.")
                .contains(latest(adjusted()).sha256().hex());
        assertThat(validate(revision(adjusted(), 3).pdf()).warnings())
                .singleElement()
                .asString()
                .contains("tillkommit en arkivtidsstämpel.");
        assertThat(validation
                        .validate("p.pdf", revision(adjusted(), 0).pdf(), Locale.ENGLISH)
                        .warnings())
                .singleElement()
                .asString()
                .contains("After it came 3 signatures and one archive time-stamp.");
    }

    @Test
    void theNewestRevisionWarnsOfNothingAndTellsItsFacts() {
        MinutesView minutes = adjusted();
        var report = validation.report("p.pdf", latest(minutes).pdf(), SWEDISH);

        assertThat(report.result().verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.result().warnings()).isEmpty();
        StoredRevision own = Objects.requireNonNull(report.own());
        assertThat(own.isNewest()).isTrue();
        AdjustedDocument document = own.document();
        assertThat(document.title()).isEqualTo("Protokoll styrelsen nr 4/2026");
        assertThat(document.adjustedOn()).isEqualTo(today());
        assertThat(document.timeliness()).isEqualTo(Timeliness.IN_TIME);
        assertThat(document.verificationCode()).isEqualTo(minutes.verificationCode());
        assertThat(document.adjusters())
                .extracting(Adjuster::name, Adjuster::offices)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Sten Skrivare", List.of(Office.SECRETARY)),
                        org.assertj.core.groups.Tuple.tuple("Alva Ek", List.of(Office.CHAIR)),
                        org.assertj.core.groups.Tuple.tuple("Jon Justerare", List.of(Office.ADJUSTER)));
        assertThat(document.adjusters()).allMatch(person -> person.signedAt() != null);
    }

    @Test
    void aRevisionOfAnEarlierRoundSaysThatItCameToNothing() {
        MinutesView minutes = minutes().ofTheSecondRound(draft(MinutesKind.PROTOCOL, today()));
        byte[] superseded =
                archive.latest(minutes.id(), minutes.round() - 1).orElseThrow().pdf();
        var report = validation.report("p.pdf", superseded, SWEDISH);

        assertThat(report.result().verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.own()).isNull();
        assertThat(report.result().warnings())
                .singleElement()
                .asString()
                .startsWith("Filen hör till en tidigare omgång av Protokoll styrelsen nr 4/2026 (Samordningsförbundet"
                        + " Älvdalen), som inte ledde till justering.")
                .contains(latest(minutes).sha256().hex());
    }

    @Test
    void protocolsHaveFourteenDaysAndNotesAllTheTimeTheyNeed() {
        assertThat(timeliness(MinutesKind.PROTOCOL, today().minusDays(14))).isEqualTo(Timeliness.IN_TIME);
        assertThat(timeliness(MinutesKind.PROTOCOL, today().minusDays(15))).isEqualTo(Timeliness.LATE);
        assertThat(timeliness(MinutesKind.NOTES, today().minusDays(15))).isEqualTo(Timeliness.NOT_ASKED);
    }

    @Test
    void tellsOfEveryAssociationsAdjustedMinutes() {
        TenantId other = new TenantId(UUID.randomUUID());
        associations.found(new Association(other, "Förbundet Bortom", null));
        MinutesView minutes = minutes().of(other, byTheChair(MinutesKind.PROTOCOL, today()));

        assertThat(validate(copyOf(minutes)).warnings())
                .singleElement()
                .asString()
                .contains("Originalet finns hos Förbundet Bortom.");
        assertThat(validate(revision(minutes, 0).pdf()).warnings())
                .singleElement()
                .asString()
                .contains("(Förbundet Bortom)");
    }

    @Test
    void tellsNothingOfMinutesThatAreNotAdjusted() {
        MinutesView sealed = minutes().sealed(draft(MinutesKind.PROTOCOL, today()));
        Participant first = book.participants(sealed.id()).stream()
                .filter(Participant::isSecretary)
                .findFirst()
                .orElseThrow();
        minutes().sign(sealed, first);

        for (int number : new int[] {0, 1}) {
            var report = validation.report("p.pdf", revision(sealed, number).pdf(), SWEDISH);
            assertThat(report.own()).isNull();
            assertThat(report.result().warnings()).isEmpty();
        }
        assertThat(validate(copyOf(sealed)).warnings()).isEmpty();
        assertThat(validate(page("Kontrollkod " + sealed.verificationCode())).warnings())
                .isEmpty();
    }

    // copies

    @Test
    void aPrintedCopySaysWhereTheOriginalIsAndGivesNoneOut() {
        MinutesView minutes = adjusted();
        byte[] copy = copyOf(minutes);
        ValidationResult result = validate(copy);

        assertThat(result.verdict()).isEqualTo(Verdict.UNSIGNED);
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .startsWith("Filen visar kontrollkoden " + minutes.verificationCode()
                        + ", som hör till Protokoll styrelsen nr 4/2026 (Samordningsförbundet Älvdalen), justerat "
                        + today() + ", men den är en kopia utan underskrifter")
                .contains("/validate")
                .endsWith("Dess fingeravtryck är " + latest(minutes).sha256() + ".");
        assertThat(validation.validate("p.pdf", copy, Locale.ENGLISH).warnings())
                .singleElement()
                .asString()
                .contains("a copy without signatures");
        assertThat(validation.report("p.pdf", copy, SWEDISH).own()).isNull();
        ResultSchema.holdsFor(JsonMapper.builder().build().writeValueAsString(result));
    }

    @Test
    void aFileWithOurSignaturesChangedAfterwardsIsNoneOfOurs() throws IOException {
        MinutesView minutes = adjusted();
        byte[] altered;
        try (PDDocument document = Loader.loadPDF(latest(minutes).pdf())) {
            document.getDocumentInformation().setTitle("Avtal");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            altered = out.toByteArray();
        }
        ValidationResult result = validate(altered);

        assertThat(result.verdict()).isEqualTo(Verdict.MODIFIED);
        assertThat(result.warnings())
                .anyMatch(warning ->
                        warning.startsWith("Filen börjar med version 5 av 5 av Protokoll styrelsen nr 4/2026")
                                && warning.contains("den är ingen av versionerna där")
                                && warning.contains(latest(minutes).sha256().hex()));
    }

    /** Somebody else's signatures under our text and our code. */
    @Test
    void aFileThatOthersSignedIsNoneOfOursHoweverValidItIs() {
        MinutesView minutes = adjusted();
        ValidationResult result = validate(minutes().anotherEdition(minutes));

        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.warnings())
                .anyMatch(warning -> warning.contains(minutes.verificationCode())
                        && warning.contains("men den är ingen av de versioner som finns i arkivet"));
    }

    @Test
    void scannedPagesAreSaidToBeUnreadable() throws IOException {
        assertThat(validate(scan()).warnings()).singleElement().asString().startsWith("Sidorna är bilder utan text");
        assertThat(validation.validate("p.pdf", scan(), Locale.ENGLISH).warnings())
                .singleElement()
                .asString()
                .startsWith("The pages are pictures without text");
    }

    @Test
    void encryptedFilesAreNotReadForCodes() throws IOException {
        try (PDDocument document = Loader.loadPDF(copyOf(adjusted()))) {
            document.protect(new StandardProtectionPolicy("ägare", "", new AccessPermission()));
            ValidationResult result = validate(saved(document));
            assertThat(result.verdict()).isEqualTo(Verdict.UNREADABLE);
            assertThat(result.warnings()).isEmpty();
        }
    }

    @Test
    void anUnknownCodeSaysNothing() {
        assertThat(validate(page("Kontrollkod 0000-ABCD-ZZZZ")).warnings()).isEmpty();
    }

    @Test
    void aCodeInTheMiddleOfHostileTextIsAnsweredInOurWordsOnly() {
        String code = adjusted().verificationCode();
        ValidationResult result =
                validate(page("{0} <script>alert(1)</script> ' or 1=1; -- %s%n", code + "'; drop", "$" + code + ")"));

        assertThat(result.warnings())
                .singleElement()
                .asString()
                .contains(code)
                .doesNotContain("script")
                .doesNotContain("drop")
                .doesNotContain("1=1");
    }

    @Test
    void aCodeInsideAnotherWordIsNone() {
        String code = adjusted().verificationCode();

        assertThat(validate(page("AAAA-" + code, code + "-BBBB", "x" + code, code + "9"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aPageFullOfCodesIsNotLookedUpToItsEnd() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            lines.add("0000-0000-00" + (10 + i));
        }
        lines.add(adjusted().verificationCode());

        assertThat(validate(page(lines.toArray(String[]::new))).warnings()).isEmpty();
    }

    @Test
    void moreTextThanAPageHasIsNotRead() {
        var lines = new ArrayList<String>(Collections.nCopies(600, "x".repeat(100)));
        lines.add(0, adjusted().verificationCode());

        assertThat(validate(page(lines.toArray(String[]::new))).warnings()).isEmpty();
    }

    @Test
    void onlyTheFirstAndTheLastPagesAreRead() {
        String code = adjusted().verificationCode();

        assertThat(validate(pages(9, 5, code)).warnings()).isEmpty();
        assertThat(validate(pages(9, 3, code)).warnings()).hasSize(1);
        assertThat(validate(pages(9, 9, code)).warnings()).hasSize(1);
    }

    private ValidationResult validate(byte[] pdf) {
        return validation.validate("p.pdf", pdf, SWEDISH);
    }

    private Timeliness timeliness(MinutesKind kind, LocalDate meeting) {
        MinutesView minutes = minutes().of(byTheChair(kind, meeting));
        var report = validation.report("p.pdf", latest(minutes).pdf(), SWEDISH);
        return Objects.requireNonNull(report.own()).document().timeliness();
    }

    private MinutesView adjusted() {
        MinutesView made = adjusted;
        if (made == null) {
            made = minutes().of(draft(MinutesKind.PROTOCOL, today()));
            adjusted = made;
        }
        return made;
    }

    private AdjustedMinutes minutes() {
        return new AdjustedMinutes(book, archive, signing, transaction, clock);
    }

    private LocalDate today() {
        return clock.instant().atZone(STOCKHOLM).toLocalDate();
    }

    private static Draft draft(MinutesKind kind, LocalDate date) {
        return draft(kind, date, TestMinutes.complete().signatories());
    }

    /** Signed by the chair alone. */
    private static Draft byTheChair(MinutesKind kind, LocalDate date) {
        return draft(
                kind, date, List.of(new Signatory("Alva Ek", SignatoryRole.CHAIR, null, "alva@forbundet.example")));
    }

    private static Draft draft(MinutesKind kind, LocalDate date, List<Signatory> signatories) {
        Draft draft = TestMinutes.complete();
        return new Draft(
                draft.association(),
                kind,
                draft.body(),
                draft.caseNumber(),
                null,
                new Meeting(4, 2026, date, null, null, "Kommunhuset", null),
                draft.attendance(),
                draft.items(),
                List.of(),
                List.of(),
                signatories);
    }

    private Revision revision(MinutesView minutes, int number) {
        return archive.revision(minutes.id(), minutes.round(), number).orElseThrow();
    }

    private Revision latest(MinutesView minutes) {
        return archive.latest(minutes.id(), minutes.round()).orElseThrow();
    }

    /** As a printer driver makes it: the pages alone. */
    private byte[] copyOf(MinutesView minutes) {
        try (PDDocument original = Loader.loadPDF(latest(minutes).pdf());
                PDDocument copy = new PDDocument()) {
            for (PDPage page : original.getPages()) {
                copy.importPage(page).setAnnotations(List.of());
            }
            return saved(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] scan() throws IOException {
        try (PDDocument document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var picture = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 600, 800);
            }
            return saved(document);
        }
    }

    private static byte[] page(String... lines) {
        return made(1, 1, lines);
    }

    private static byte[] pages(int pages, int written, String... lines) {
        return made(pages, written, lines);
    }

    private static byte[] made(int pages, int written, String... lines) {
        try (PDDocument document = new PDDocument()) {
            for (int number = 1; number <= pages; number++) {
                var page = new PDPage();
                document.addPage(page);
                if (number == written) {
                    write(document, page, lines);
                }
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, PDPage page, String... lines) throws IOException {
        try (var text = new PDPageContentStream(document, page)) {
            text.setFont(new PDType1Font(FontName.HELVETICA), 8);
            text.setLeading(10);
            text.beginText();
            text.newLineAtOffset(20, 770);
            for (String line : lines) {
                text.showText(line);
                text.newLine();
            }
            text.endText();
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
