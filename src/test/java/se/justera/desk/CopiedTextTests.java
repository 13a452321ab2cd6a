package se.justera.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.justera.archive.Archive;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MinutesKind;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;
import se.justera.minutes.MinuteBook;
import se.justera.minutes.MinutesView;
import se.justera.signing.Signing;
import se.justera.validation.Validation;
import se.justera.validation.ValidationResult;
import se.justera.validation.Verdict;

/** Copies whose code was cut off are recognised by their text, if that is public, and by next to nothing less than all of it. */
@DeskTest
class CopiedTextTests {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Autowired
    private MinuteBook book;

    @Autowired
    private Archive archive;

    @Autowired
    private Signing signing;

    @Autowired
    private Validation validation;

    @Autowired
    private TextMarking marking;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Test
    void aCopyWithoutItsCodeIsRecognisedAndGivesNothingOut() {
        MinutesView published = closed(MinutesKind.NOTES, "vägar");
        List<String> lines = lines(published);
        ValidationResult result = validate(set(lines));

        assertThat(result.verdict()).isEqualTo(Verdict.UNSIGNED);
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .startsWith("Texten i filen är nästan helt den i ")
                .contains("Originalet finns hos Samordningsförbundet Älvdalen.", "/validate")
                .doesNotContain(published.verificationCode());
        assertThat(validation.validate("p.pdf", set(lines), Locale.ENGLISH).warnings())
                .singleElement()
                .asString()
                .startsWith("The text of the file is almost wholly that of ");
        List<String> altered = lines.stream()
                .map(line -> line.replace("nummer 17 ", "nummer 71 "))
                .toList();
        assertThat(altered).isNotEqualTo(lines);
        assertThat(validate(set(altered)).warnings()).hasSize(1);
    }

    @Test
    void aPartOfATextOrAnotherOfTheSameBodyIsNoCopy() {
        List<String> lines = lines(closed(MinutesKind.NOTES, "broar"));

        assertThat(validate(set(lines.subList(0, lines.size() / 2))).warnings()).isEmpty();
        List<String> others =
                lines.stream().map(line -> line.replace("broar", "färjor")).toList();
        assertThat(validate(set(others)).warnings()).isEmpty();
    }

    @Test
    void nobodyLearnsOfMinutesThatAreNotAnnounced() {
        List<String> adjusted = lines(closed(MinutesKind.PROTOCOL, "hamnar"));
        MinutesView sealed = minutes().sealed(draft(MinutesKind.NOTES, "skolor"));
        marking.round();

        assertThat(validate(set(adjusted)).warnings()).isEmpty();
        assertThat(validate(set(lines(sealed))).warnings()).isEmpty();
    }

    private ValidationResult validate(byte[] pdf) {
        return validation.validate("p.pdf", pdf, SWEDISH);
    }

    private MinutesView closed(MinutesKind kind, String about) {
        MinutesView minutes = minutes().of(draft(kind, about));
        marking.round();
        return minutes;
    }

    private AdjustedMinutes minutes() {
        return new AdjustedMinutes(book, archive, signing, transaction, clock);
    }

    private static Draft draft(MinutesKind kind, String about) {
        Draft draft = TestMinutes.complete();
        List<Decision> decisions = IntStream.range(0, 60)
                .mapToObj(number -> new Decision("att anslå " + (number * 37 + 11) + " kronor till " + about
                        + " nummer " + number + " i kommunens " + about + "plan"))
                .toList();
        return new Draft(
                draft.association(),
                kind,
                draft.body(),
                draft.caseNumber(),
                null,
                draft.meeting(),
                draft.attendance(),
                List.of(new Item(1, "Anslag", List.of(), decisions, null, List.of())),
                List.of(),
                List.of(),
                List.of(new Signatory("Alva Ek", SignatoryRole.CHAIR, null, "alva@forbundet.example")));
    }

    /** The text of the sheets without the line at their foot where the code stands. */
    private List<String> lines(MinutesView minutes) {
        byte[] pdf = archive.latest(minutes.id(), minutes.round()).orElseThrow().pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> lines = new ArrayList<>(
                    List.of(new PDFTextStripper().getText(document).split("\\R", -1)));
            lines.removeIf(line -> line.contains(minutes.verificationCode()));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Set anew in another font, as from an office program or a reading of a printout. */
    private static byte[] set(List<String> lines) {
        try (PDDocument document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int from = 0; from < lines.size(); from += 40) {
                var page = new PDPage();
                document.addPage(page);
                write(document, page, lines.subList(from, Math.min(lines.size(), from + 40)));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, PDPage page, List<String> lines) throws IOException {
        try (var text = new PDPageContentStream(document, page)) {
            text.setFont(new PDType1Font(FontName.TIMES_ROMAN), 9);
            text.setLeading(15);
            text.beginText();
            text.newLineAtOffset(40, 740);
            for (String line : lines) {
                text.showText(line.replaceAll("[^\\x20-\\x7EåäöÅÄÖ§]", " "));
                text.newLine();
            }
            text.endText();
        }
    }
}
