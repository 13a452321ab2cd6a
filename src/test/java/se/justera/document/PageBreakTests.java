package se.justera.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Item;

class PageBreakTests {

    private static final ArchiveTypesetter TYPESETTER = new ArchiveTypesetter(Clock.systemUTC());

    @Test
    void whatTheSignaturesMeanNeverStandsAlone() throws IOException {
        for (int lines = 0; lines < 12; lines++) {
            List<String> last = lastPage(withLinesAtTheEnd("board-cover", lines));

            assertThat(last).as("after %d lines", lines).anyMatch(line -> line.contains("Nästa styrelsemöte"));
        }
    }

    private static Draft withLinesAtTheEnd(String name, int lines) {
        Draft draft = Drafts.read(name);
        var items = new ArrayList<Item>(draft.items());
        List<Block> blocks = IntStream.rangeClosed(1, lines)
                .mapToObj(i -> Block.paragraph("Rad " + i + "."))
                .toList();
        items.add(new Item(34, "Rader", blocks, List.of(), null, List.of()));
        return draft.withItems(items, List.of());
    }

    private static List<String> lastPage(Draft draft) throws IOException {
        try (PDDocument document = Loader.loadPDF(TYPESETTER.sealablePdf(Drafts.order(draft)))) {
            var text = new PDFTextStripper();
            text.setStartPage(document.getNumberOfPages());
            return text.getText(document).lines().map(String::strip).toList();
        }
    }
}
