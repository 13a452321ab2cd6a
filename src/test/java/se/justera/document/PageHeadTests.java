package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;

class PageHeadTests {

    @Test
    void saysNothingTwice() {
        var head =
                PageHead.of(List.of("Samordningsförbundet"), "PROTOKOLL STYRELSEMÖTE · Styrelsemöte · 2024-02-15", "");

        assertThat(head.headline()).containsExactly(List.of("PROTOKOLL STYRELSEMÖTE", "2024-02-15"));
        assertThat(PageHead.of(List.of(), "Styrelseprotokoll · Styrelse", "").headline())
                .containsExactly(List.of("Styrelseprotokoll", "Styrelse"));
    }

    @Test
    void givesTheHeadlineTheRoomThatTheLinesLeave() {
        String headline = "Sammanträdesprotokoll · Vård- och omsorgsnämndens arbetsutskott · 2024-11-05";

        assertThat(PageHead.of(List.of("GRANVIKS KOMMUN"), headline, "Utkast · ")
                        .headline())
                .hasSize(1);
        assertThat(PageHead.of(List.of("Samordningsförbundet i Västra Granviks kommuner"), headline, "Utkast · ")
                        .headline())
                .as("the date beside something")
                .containsExactly(
                        List.of("Sammanträdesprotokoll"),
                        List.of("Vård- och omsorgsnämndens arbetsutskott", "2024-11-05"));
    }

    /** On the page: the line with the date holds all of it, and the long name beside it is there in full. */
    @Test
    void setsTheDateOnOneLineBesideALongName() {
        for (String body : List.of("Styrelsen", "STYRELSESAMMANTRÄDE", "Kultur- och fritidsnämndens arbetsutskott")) {
            Draft draft = Drafts.read("every-element");
            byte[] pdf = new ArchiveTypesetter(java.time.Clock.systemUTC())
                    .draftPdf(Drafts.parse(Drafts.JSON
                            .writeValueAsString(draft)
                            .replace("\"body\":\"" + draft.body() + "\"", "\"body\":\"" + body + "\"")));
            List<String> second = PdfReader.with(pdf, document -> PdfReader.lines(document, 2));

            assertThat(second)
                    .as(body)
                    .anyMatch(line -> line.matches("(.* · )?Nr 5/2023 · 2023-11-24.*"))
                    .noneMatch(line -> line.matches(".*·(Samordningsförbundet.*)?"));
            assertThat(String.join(" ", second)).contains("kommuner och region, med säte i Nyskoga");
        }
    }

    /** The margins grow with them; a page has 842 points. */
    @Test
    void keepsALongHeadAndALongFootOnThePage() {
        Draft draft = Drafts.parse("{\"title\":\"" + "Titel ".repeat(80) + "\",\"pageHeader\":\"" + "Huvud ".repeat(150)
                + "\",\"pageFooter\":\"" + "Fot ".repeat(250) + "\",\"items\":[{\"blocks\":[{\"text\":\""
                + "Ord ".repeat(1000) + "\"}]}]}");
        byte[] pdf = new ArchiveTypesetter(java.time.Clock.systemUTC()).draftPdf(draft);
        String onPaper = PdfReader.with(pdf, document -> {
            try {
                var stripper = new PDFTextStripperByArea();
                stripper.addRegion("paper", new Rectangle(0, 8, 595, 826));
                stripper.extractRegions(document.getPage(1));
                return stripper.getTextForRegion("paper");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(onPaper.split("Titel", -1)).hasSize(81);
        assertThat(onPaper.split("Huvud", -1)).hasSize(151);
        assertThat(onPaper.split("Fot", -1)).hasSize(251);
        assertThat(onPaper).contains("Ord Ord Ord");
    }
}
