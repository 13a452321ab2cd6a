package se.justera.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Brings what stands on each page into the order in which it is read (ISO 32000-1, 14.8.2.3.1). The layout writes the
 * marks of all lists before the text of their page, and some links after their paragraph; whoever copies the text or
 * extracts it without looking at the tags would get it so. Notes stay at the foot of their page, and its number after them.
 */
final class ReadingOrder {

    private final IdentityHashMap<COSDictionary, List<Integer>> orders = new IdentityHashMap<>();
    private final List<COSDictionary> notes = new ArrayList<>();

    /** @param tags as mended */
    ReadingOrder(Tags tags) {
        COSDictionary document = tags.elements().get(0);
        read(document, document.getCOSDictionary(COSName.PG));
        for (COSDictionary note : List.copyOf(notes)) {
            readKids(note, note.getCOSDictionary(COSName.PG));
        }
    }

    void bring(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PageContent.of(page).footLast().write(orderOf(page), document);
        }
    }

    /** The same, without the backgrounds that show nothing. */
    void bringBare(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PageContent.of(page).withoutEmptyBackgrounds().footLast().write(orderOf(page), document);
        }
    }

    /** As for the first extracts, whose foot stands before their text. */
    void bringTextOnly(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            if (!isAscending(orderOf(page))) {
                PageContent.of(page).write(orderOf(page), document);
            }
        }
    }

    private List<Integer> orderOf(PDPage page) {
        return orders.getOrDefault(page.getCOSObject(), List.of());
    }

    /** The layout numbers content as it writes it. */
    private static boolean isAscending(List<Integer> numbers) {
        return IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i - 1) < numbers.get(i));
    }

    private void read(COSDictionary element, @Nullable COSDictionary page) {
        if (Tags.is(element, "Note")) {
            notes.add(element);
        } else {
            readKids(element, page);
        }
    }

    private void readKids(COSDictionary element, @Nullable COSDictionary page) {
        COSDictionary own = element.getCOSDictionary(COSName.PG);
        COSDictionary where = own == null ? page : own;
        for (COSBase kid : Tags.kids(element)) {
            if (kid instanceof COSInteger number && where != null) {
                note(where, number.intValue());
            } else if (kid instanceof COSDictionary content && content.containsKey(COSName.MCID)) {
                COSDictionary elsewhere = content.getCOSDictionary(COSName.PG);
                note(elsewhere == null && where != null ? where : elsewhere, content.getInt(COSName.MCID));
            } else if (kid instanceof COSDictionary child && child.containsKey(COSName.S)) {
                read(child, where);
            }
        }
    }

    private void note(@Nullable COSDictionary page, int number) {
        if (page != null) {
            orders.computeIfAbsent(page, p -> new ArrayList<>()).add(number);
        }
    }
}
