package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.justera.document.CopySetter;
import se.justera.document.Drafts;
import se.justera.document.ForgedExtract;
import se.justera.document.SignedOriginal;
import se.justera.document.extract.Extract;
import se.justera.document.extract.Extract.Original;
import se.justera.document.extract.Extract.ProvenItem;
import se.justera.document.extract.Salt;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;
import se.justera.trust.SamplePki;
import se.justera.trust.TestTrust;
import se.justera.validation.extract.ExtractFault;

/** An extract proves what it says, to people who trust whoever made it as little as they like. */
class ExtractValidationTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Signing SIGNING = TestSigning.sample(CLOCK);
    private static final Validation STRICT = strict();
    private static final SignedOriginal BOARD = read(SignedOriginal.of("board"));
    private static final SignedOriginal COMMITTEE = read(SignedOriginal.of("committee"));
    private static final String WORDS = "Håkan Öhrnell. Till sekreterare";

    private final Extract extract = BOARD.extract(2, 4);

    @TempDir
    private Path otherKeys = Path.of(".");

    @Test
    void anExtractOfSignedMinutesIsValidAndSaysWhatItsProofIsWorthAlone() {
        ValidationResult result = alone(SignedOriginal.pdf(extract));

        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.reason())
                .isEqualTo("Utdraget är förseglat och oförändrat, men originalet finns inte här att jämföra med.");
        assertThat(result.warnings())
                .containsExactly(
                        "Utdrag av § 28, § 30 ur Protokoll styrelsen nr 3/2022.",
                        "Bevisen leder till den rot som utdraget anger. Att roten är originalets visar sig mot filen med"
                                + " fingeravtrycket " + Sha256.of(BOARD.last())
                                + " eller hos den tjänst som har den.");
    }

    @Test
    void itsWordsStandInTheSignedOriginalWhoeverMadeIt() {
        ValidationResult result = against(SignedOriginal.pdf(extract), BOARD.last(), false);

        assertThat(result.warnings()).hasSize(2);
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.reason())
                .isEqualTo(
                        "Utdraget är förseglat och oförändrat, och texten står ordagrant i det undertecknade originalet.");
    }

    @Test
    void itStaysSoWhenTheOriginalGetsAnotherArchiveTimestamp() {
        byte[] later = SIGNING.preserve(BOARD.last());

        assertThat(against(SignedOriginal.pdf(extract), later, false).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void tellsInEnglishToo() {
        ValidationResult result =
                aware(KnownExtracts.none()).validate("e.pdf", SignedOriginal.pdf(BOARD.extract(0)), Locale.ENGLISH);

        assertThat(result.warnings()).anyMatch(note -> note.startsWith("Extract of § 26 from Protokoll"));
    }

    @Test
    void everyMinutesOfTheSamplesCanBeExtractedWhole() {
        for (String name : List.of("every-element", "committee", "deliberation")) {
            SignedOriginal original = read(SignedOriginal.of(name));
            Integer[] all = new Integer[original.draft().items().size()];
            Arrays.setAll(all, i -> i);
            byte[] pdf = SignedOriginal.pdf(original.extract(all));

            assertThat(against(pdf, original.last(), false).verdict()).as(name).isEqualTo(Verdict.VALID);
        }
    }

    // what is proved

    @Test
    void changedWordInAnItem() {
        Extract forged = ForgedExtract.saying(extract, WORDS, "Birgitta Älvström. Till sekreterare");

        assertIs(alone(made(forged)), ExtractFault.PROOF);
    }

    @Test
    void changedSalt() {
        String salt = extract.items().get(0).salt().hex();
        String other = (salt.charAt(0) == '0' ? "1" : "0") + salt.substring(1);

        assertIs(alone(made(ForgedExtract.saying(extract, salt, other))), ExtractFault.PROOF);
    }

    @Test
    void swappedItems() {
        var swapped = new ArrayList<>(extract.items());
        Collections.reverse(swapped);

        assertIs(alone(made(with(extract, swapped))), ExtractFault.PROOF);
    }

    @Test
    void itemThatSaysItStoodElsewhere() {
        ProvenItem item = extract.items().get(0);
        var moved = new ProvenItem(item.position() + 1, item.salt(), item.item(), item.path());

        assertIs(alone(made(with(extract, List.of(moved)))), ExtractFault.PROOF);
    }

    @Test
    void pathOfAnotherTree() {
        ProvenItem item = extract.items().get(0);
        var path = COMMITTEE.extract(2).items().get(0).path();

        var forged = new ProvenItem(item.position(), item.salt(), item.item(), path);
        assertIs(alone(made(with(extract, List.of(forged)))), ExtractFault.PROOF);
    }

    @Test
    void itemOfAnotherProtocol() {
        Extract forged = with(extract, COMMITTEE.extract(3).items());

        assertIs(alone(made(forged)), ExtractFault.PROOF);
    }

    // what is printed

    @Test
    void printedTextThatDiffersFromTheEmbeddedItem() {
        Extract printed = ForgedExtract.saying(extract, WORDS, "Birgitta Älvström. Till sekreterare");

        assertIs(alone(sealed(ForgedExtract.printing(printed, extract))), ExtractFault.PRINT);
    }

    @Test
    void printedItemThatIsNotProved() {
        byte[] forged = ForgedExtract.printing(BOARD.extract(1, 2, 4), extract);

        assertIs(alone(sealed(forged)), ExtractFault.PRINT);
    }

    @Test
    void wordPaintedOver() {
        assertIs(
                alone(painted(page -> {
                    page.setNonStrokingColor(1f);
                    page.addRect(71, 600, 200, 14);
                    page.fill();
                })),
                ExtractFault.PRINT);
    }

    @Test
    void wordStruckOut() {
        assertIs(
                alone(painted(page -> {
                    page.setNonStrokingColor(0f);
                    page.addRect(60, 756, 400, 0.7f);
                    page.addRect(60, 620, 400, 0.7f);
                    for (int y = 100; y < 800; y += 3) {
                        page.addRect(60, y, 400, 0.7f);
                    }
                    page.fill();
                })),
                ExtractFault.PRINT);
    }

    @Test
    void wordsInvisiblyWritten() {
        byte[] forged = ForgedExtract.changed(extract, pages -> {
            try (var page = content(pages)) {
                page.addRect(0, 0, 10, 10);
                page.clip();
            }
        });
        byte[] hidden = ForgedExtract.changed(extract, pages -> {
            var page = pages.getPage(0);
            try (var first = new PDPageContentStream(pages, page, AppendMode.PREPEND, true, false)) {
                first.addRect(0, 0, 300, 842);
                first.clip();
            }
        });

        assertThat(alone(sealed(forged)).verdict()).isEqualTo(Verdict.VALID); // nothing comes after it
        assertIs(alone(sealed(hidden)), ExtractFault.PRINT);
    }

    @Test
    void pageCutOff() {
        byte[] forged = ForgedExtract.changed(
                extract,
                pages -> pages.getPage(0)
                        .setCropBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(0, 300, 595, 542)));

        assertIs(alone(sealed(forged)), ExtractFault.PRINT);
    }

    @Test
    void pageLeftOut() {
        assertIs(alone(sealed(ForgedExtract.changed(extract, pages -> pages.removePage(1)))), ExtractFault.PRINT);
    }

    @Test
    void stampOnAPage() {
        byte[] forged = ForgedExtract.changed(extract, pages -> {
            var stamp = new org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp();
            stamp.setRectangle(new org.apache.pdfbox.pdmodel.common.PDRectangle(100, 100, 200, 100));
            pages.getPage(0).getAnnotations().add(stamp);
        });

        assertIs(alone(sealed(forged)), ExtractFault.PRINT);
    }

    @Test
    void dataThatCannotBeRead() {
        byte[] forged = ForgedExtract.withData(extract, "{\"format\":\"justera-extract/1\",\"items\":[]}");

        assertIs(alone(sealed(forged)), ExtractFault.UNREADABLE);
    }

    @Test
    void itemsThatAreNoItems() {
        Extract forged = ForgedExtract.saying(extract, "\"decisions\":", "\"orders\":");

        assertIs(alone(sealed(ForgedExtract.printing(extract, forged))), ExtractFault.UNREADABLE);
    }

    @Test
    void somebodyElsesAttachmentOfTheSameNameMakesNoExtract() {
        byte[] foreign = sealed(ForgedExtract.withData(extract, "{\"format\":\"vcf\"}"));

        ValidationResult result = alone(foreign);
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.warnings()).isEmpty();
    }

    // who made it

    @Test
    void resealedByAnotherKey() throws IOException {
        Signing stranger = stranger();
        byte[] resealed = SignedOriginal.sealed(new CopySetter(CLOCK).extractPdf(extract), stranger);

        assertThat(alone(resealed).verdict()).isEqualTo(Verdict.INTACT_UNTRUSTED);
        ValidationResult trusted = new ExtractAwareValidation(
                        trusting(TestTrust.sample(CLOCK), TestTrust.in(otherKeys, CLOCK)),
                        known(BOARD.last(), false),
                        ValidationLimits.standard().timeout())
                .validate("e.pdf", resealed, Locale.ENGLISH);
        assertIs(trusted, ExtractFault.SEALER);
    }

    @Test
    void unsealedExtractStaysUnsigned() {
        ValidationResult result = alone(new CopySetter(CLOCK).extractPdf(extract));

        assertThat(result.verdict()).isEqualTo(Verdict.UNSIGNED);
        assertThat(result.warnings()).hasSize(2);
    }

    // what it is of

    @Test
    void rootOfWordsThatNobodySigned() {
        Draft other = DraftsOf.saying(BOARD.draft(), WORDS, "Birgitta Älvström. Till sekreterare");
        List<Salt> salts = Salt.fresh(other.items().size(), new SecureRandom());
        var tree = se.justera.document.extract.ItemTree.over(other, salts);
        Original o = extract.original();
        var original = new Original(
                o.sha256(),
                o.length(),
                o.sealedSha256(),
                o.sealedLength(),
                o.verificationCode(),
                o.checkAt(),
                o.adjustedOn(),
                tree.root(),
                o.size());
        Extract forged = Extract.from(other, salts, original, extract.signatures(), List.of(2), extract.madeAt(), true);

        assertThat(alone(made(forged)).verdict()).isEqualTo(Verdict.VALID);
        assertAre(against(made(forged), BOARD.last(), false), ExtractFault.ROOT, ExtractFault.ITEMS);
    }

    @Test
    void hashOfTheOriginalWrong() {
        Sha256 other = Sha256.of(new byte[1]);
        Extract last = ForgedExtract.saying(extract, extract.original().sha256().hex(), other.hex());
        Extract sealed =
                ForgedExtract.saying(extract, extract.original().sealedSha256().hex(), other.hex());

        assertIs(against(made(last), BOARD.last(), false), ExtractFault.HASH);
        assertIs(against(made(sealed), BOARD.last(), false), ExtractFault.HASH);
    }

    @Test
    void originalCutBackToAnEarlierRevision() {
        assertIs(against(made(extract), BOARD.sealed(), false), ExtractFault.HASH);
    }

    @Test
    void originalChangedAfterItWasSigned() {
        byte[] altered = Attacks.update(BOARD.last(), pdf -> {
            pdf.getDocumentInformation().setTitle("Avtal");
            pdf.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
        });

        assertIs(against(made(extract), altered, false), ExtractFault.ORIGINAL_UNSOUND);
    }

    @Test
    void roundThatWasDeclined() {
        assertIs(against(made(extract), BOARD.last(), true), ExtractFault.NOT_ADJUSTED);
    }

    @Test
    void originalThatNotAllHaveSigned() {
        SignedOriginal half = read(SignedOriginal.of(Drafts.read("board"), 2));

        assertIs(against(made(half.extract(2)), half.last(), false), ExtractFault.NOT_ADJUSTED);
    }

    @Test
    void otherMeeting() {
        Extract forged = ForgedExtract.saying(extract, "2022-06-13", "2023-06-13");

        assertThat(alone(made(forged)).verdict()).isEqualTo(Verdict.VALID);
        assertIs(against(made(forged), BOARD.last(), false), ExtractFault.HEAD);
    }

    @Test
    void otherSigners() {
        Extract forged =
                ForgedExtract.saying(extract, "\"role\":\"Justerare\",\"time\"", "\"role\":\"Ordförande\",\"time\"");

        assertIs(against(made(forged), BOARD.last(), false), ExtractFault.SIGNATURES);
    }

    @Test
    void originalThatWasNamedButIsAnother() {
        var named = new KnownExtracts() {
            @Override
            public Optional<KnownExtracts.Original> originalOf(Extract claimed) {
                return Optional.empty();
            }

            @Override
            public boolean isExhaustive() {
                return true;
            }
        };

        assertIs(
                aware(named).validate("e.pdf", made(extract), Locale.forLanguageTag("sv")),
                ExtractFault.NOT_ITS_ORIGINAL);
    }

    @Test
    void saltsOfOtherItemsNeverLeave() throws IOException {
        byte[] pdf = made(extract);

        String everything = PdfStreams.text(pdf);
        assertThat(everything)
                .contains(BOARD.salts().get(2).hex(), BOARD.salts().get(4).hex());
        for (int i = 0; i < BOARD.salts().size(); i++) {
            if (i != 2 && i != 4) {
                assertThat(everything).doesNotContain(BOARD.salts().get(i).hex());
            }
        }
        assertThat(PdfStreams.text(BOARD.last()))
                .doesNotContain(BOARD.salts().get(2).hex());
    }

    private static void assertIs(ValidationResult result, ExtractFault fault) {
        assertAre(result, fault);
    }

    private static void assertAre(ValidationResult result, ExtractFault... faults) {
        Locale locale = result.warnings().stream().anyMatch(w -> w.startsWith("Extract of"))
                ? Locale.ENGLISH
                : Locale.forLanguageTag("sv");
        var sentences = new ExtractSentences(locale);
        String[] expected = Arrays.stream(faults)
                .map(fault -> sentences
                        .notes(se.justera.validation.extract.ExtractCheck.Outcome.only(fault))
                        .get(0))
                .toArray(String[]::new);
        assertThat(result.warnings().stream()
                        .filter(note -> !note.startsWith("Utdrag av") && !note.startsWith("Extract of")))
                .containsExactly(expected);
        assertThat(result.verdict()).isEqualTo(faults[0].verdict());
        assertThat(result.reason()).isEqualTo(sentences.reason(faults[0]));
    }

    private static Extract with(Extract extract, List<ProvenItem> items) {
        return new Extract(
                extract.format(),
                extract.madeAt(),
                extract.trial(),
                extract.original(),
                extract.minutes(),
                extract.signatures(),
                items);
    }

    private interface Painting {
        void on(PDPageContentStream page) throws IOException;
    }

    private byte[] painted(Painting painting) {
        return sealed(ForgedExtract.changed(extract, pages -> {
            try (var page = content(pages)) {
                painting.on(page);
            }
        }));
    }

    private static PDPageContentStream content(PDDocument pages) throws IOException {
        return new PDPageContentStream(pages, pages.getPage(0), AppendMode.APPEND, true, true);
    }

    private static byte[] made(Extract extract) {
        return sealed(new CopySetter(CLOCK).extractPdf(extract));
    }

    private static byte[] sealed(byte[] pdf) {
        return SignedOriginal.sealed(pdf, SIGNING);
    }

    private Signing stranger() throws IOException {
        new SamplePki("Fremlingens", "ingen", new SecureRandom()).writeTo(otherKeys);
        return TestSigning.in(otherKeys, CLOCK);
    }

    private static ValidationResult alone(byte[] pdf) {
        return aware(KnownExtracts.none()).validate("e.pdf", pdf, Locale.forLanguageTag("sv"));
    }

    private static ValidationResult against(byte[] pdf, byte[] original, boolean superseded) {
        return aware(known(original, superseded)).validate("e.pdf", pdf, Locale.forLanguageTag("sv"));
    }

    private static KnownExtracts known(byte[] original, boolean superseded) {
        return extract -> Optional.of(new KnownExtracts.Original(original, superseded));
    }

    private static Validation aware(KnownExtracts known) {
        return new ExtractAwareValidation(
                STRICT, known, ValidationLimits.standard().timeout());
    }

    private static Validation strict() {
        return trusting(TestTrust.sample(CLOCK));
    }

    private static Validation trusting(TestTrust... trust) {
        return new StrictValidation(
                Arrays.stream(trust).map(each -> each.anchors().source()).toList(), ValidationLimits.standard(), CLOCK);
    }

    private static SignedOriginal read(SignedOriginal original) {
        return original.with(SignatureFacts.of(STRICT.validate("o.pdf", original.last(), Locale.ENGLISH)));
    }

    /** Drafts with other words. */
    private static final class DraftsOf {

        static Draft saying(Draft draft, String words, String others) {
            String json = se.justera.minutes.DraftJson.write(draft);
            assertThat(json).contains(words);
            return se.justera.minutes.DraftJson.read(json.replace(words, others));
        }
    }

    /** Everything in a PDF, unpacked. */
    private static final class PdfStreams {

        static String text(byte[] pdf) throws IOException {
            var all = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
            try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
                for (var key : document.getDocument().getXrefTable().keySet()) {
                    if (document.getDocument().getObjectFromPool(key).getObject()
                            instanceof org.apache.pdfbox.cos.COSStream stream) {
                        try (var in = stream.createInputStream()) {
                            all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                        }
                    }
                }
            }
            return all.toString();
        }
    }
}
