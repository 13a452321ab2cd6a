package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a screen reader meets, and in which order (ISO 14289-1). */
class StructureTests {

    @ParameterizedTest
    @EnumSource(Layouts.class)
    void readsEachLayoutInTheOrderOfItsParts(Layouts layout) {
        PdfReader.read(layout.pdf(), document -> {
            List<String> headings = headings(document);
            assertThat(headings.get(0)).startsWith("H1 ");
            assertThat(headings)
                    .filteredOn(heading -> heading.startsWith("H1 "))
                    .hasSize(1);
            int signatures = indexOf(headings, "Underskrifter");
            int lastMatter = lastMatter(layout, headings);
            boolean first = layout == Layouts.COVER_PAGE
                    || layout == Layouts.SIGNATURES_FIRST
                    || layout == Layouts.ADJUSTED_AT_ONCE
                    || layout == Layouts.DELIBERATION;
            assertThat(indexOf(headings, "Närvaro")).isEqualTo(1);
            assertThat(signatures < lastMatter).isEqualTo(first);
            assertThat(headings).endsWith("H2 Om underskrifterna");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Layouts.class,
            names = {"SIGNATURES_LAST", "NOTES_WITH_MATTERS", "MEMBERS_TABLE", "EVERY_ELEMENT", "LETTERHEAD"})
    void saysWhatSignaturesMeanOnThePageOfTheLastOnes(Layouts layout) {
        var signatories = layout.draft().signatories();
        PdfReader.read(layout.pdf(), document -> {
            int last = document.getNumberOfPages();
            assertThat(PdfReader.text(document, last, last))
                    .contains(
                            "Om underskrifterna",
                            String.valueOf(
                                    signatories.get(signatories.size() - 1).name()));
        });
    }

    @ParameterizedTest
    @EnumSource(Layouts.class)
    void skipsNoLevelOfHeadings(Layouts layout) {
        PdfReader.read(layout.pdf(), document -> {
            int above = 0;
            for (String heading : headings(document)) {
                int level = heading.charAt(1) - '0';
                assertThat(level).as(heading).isLessThanOrEqualTo(above + 1);
                above = level;
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Layouts.class)
    void tellsOfEachSignatureFieldWhoseItIs(Layouts layout) {
        PdfReader.read(layout.pdf(), document -> {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            for (var field : document.getDocumentCatalog().getAcroForm(null).getFields()) {
                assertThat(field.getAlternateFieldName()).isNotBlank();
            }
            for (Draft signer : signers(layout)) {
                assertThat(document.getDocumentCatalog().getAcroForm(null).getFields())
                        .anySatisfy(field ->
                                assertThat(field.getAlternateFieldName()).contains(signer.name()));
            }
            long forms =
                    elements(document).stream().filter(e -> Tags.is(e, "Form")).count();
            assertThat(forms)
                    .isEqualTo(document.getDocumentCatalog()
                            .getAcroForm(null)
                            .getFields()
                            .size());
        });
    }

    @ParameterizedTest
    @EnumSource(Layouts.class)
    void marksNoBackgroundWhereNoneIsPainted(Layouts layout) {
        PdfReader.read(layout.pdf(), document -> {
            for (PDPage page : document.getPages()) {
                List<Object> tokens = tokens(page);
                for (int i = 3; i < tokens.size(); i++) {
                    assertThat(COSName.ARTIFACT.equals(tokens.get(i - 3))
                                    && isOperator(tokens.get(i - 1), "BDC")
                                    && isOperator(tokens.get(i), "EMC"))
                            .isFalse();
                }
                COSDictionary said = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
                assertThat(said == null ? Set.of() : said.keySet()).allMatch(tokens::contains);
            }
        });
    }

    private static List<Object> tokens(PDPage page) {
        try {
            return new PDFStreamParser(page).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOperator(Object token, String name) {
        return token instanceof Operator operator && operator.getName().equals(name);
    }

    @Test
    void givesEveryTableHeadersWithAScope() {
        PdfReader.read(Layouts.EVERY_ELEMENT.pdf(), document -> {
            List<COSDictionary> headers =
                    elements(document).stream().filter(e -> Tags.is(e, "TH")).toList();
            assertThat(headers)
                    .isNotEmpty()
                    .allSatisfy(header -> assertThat(String.valueOf(header.getDictionaryObject(COSName.A)))
                            .contains("Scope"));
        });
    }

    @Test
    void printsTheMarkOfEachListEntryAsALetterBeforeItsText() {
        PdfReader.read(Layouts.EVERY_ELEMENT.pdf(), document -> {
            List<COSDictionary> labels =
                    elements(document).stream().filter(e -> Tags.is(e, "Lbl")).toList();
            assertThat(labels)
                    .filteredOn(label -> Tags.is(label.getCOSDictionary(COSName.P), "LI"))
                    .extracting(label -> MarkedText.of(label, document))
                    .contains("•", "–", "1.")
                    .doesNotContain("");
            assertThat(PdfReader.text(document, 1, document.getNumberOfPages()))
                    .contains("• att lägga rapporten till handlingarna", "– program", "2. beredningen");
        });
    }

    @Test
    void putsEachNoteRightBehindTheLinkThatCallsIt() {
        PdfReader.read(Layouts.SIGNATURES_LAST.pdf(), document -> {
            List<String> types = elements(document).stream()
                    .map(e -> e.getNameAsString(COSName.S))
                    .toList();
            for (int i = 0; i < types.size(); i++) {
                if (types.get(i).equals("Note")) {
                    assertThat(types.subList(0, i)).contains("Link");
                    assertThat(elements(document).get(i).getString(COSName.getPDFName("ID")))
                            .startsWith("note-");
                }
            }
            assertThat(types).contains("Note");
        });
    }

    @Test
    void beginsEachNoteWithItsMark() {
        PdfReader.read(Layouts.EVERY_ELEMENT.pdf(), document -> {
            List<COSDictionary> notes =
                    elements(document).stream().filter(e -> Tags.is(e, "Note")).toList();
            assertThat(notes)
                    .extracting(note -> (COSDictionary) Tags.kids(note).get(0))
                    .allSatisfy(mark -> assertThat(Tags.is(mark, "Lbl")).isTrue())
                    .extracting(mark -> MarkedText.of(mark, document))
                    .containsExactly("a", "2");
            assertThat(notes)
                    .extracting(note -> MarkedText.of(note, document))
                    .anySatisfy(text -> assertThat(text).endsWith("kronor; se delårsrapporten, sidan 10."));
        });
    }

    @Test
    void saysWhatTheLogoIs() {
        PdfReader.read(
                Layouts.LETTERHEAD.pdf(),
                document -> assertThat(elements(document))
                        .filteredOn(element -> Tags.is(element, "Figure"))
                        .singleElement()
                        .satisfies(figure ->
                                assertThat(figure.getString(COSName.ALT)).startsWith("Logotyp för ")));
    }

    private record Draft(String name) {}

    private static List<Draft> signers(Layouts layout) {
        return layout.draft().signatories().stream()
                .map(signatory -> new Draft(String.valueOf(signatory.name())))
                .toList();
    }

    private static int lastMatter(Layouts layout, List<String> headings) {
        var items = layout.draft().items();
        return indexOf(headings, String.valueOf(items.get(items.size() - 1).heading()));
    }

    private static int indexOf(List<String> headings, String words) {
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).endsWith(words)) {
                return i;
            }
        }
        throw new AssertionError(words + " is no heading of " + headings);
    }

    private static List<COSDictionary> elements(PDDocument document) {
        return new Tags(document).elements();
    }

    /** "H2 Närvaro" for each heading in reading order. */
    private static List<String> headings(PDDocument document) {
        var found = new ArrayList<String>();
        for (COSDictionary element : elements(document)) {
            String type = String.valueOf(element.getNameAsString(COSName.S));
            if (type.matches("H[1-6]")) {
                found.add(type + " " + MarkedText.of(element, document));
            }
        }
        return found;
    }
}
