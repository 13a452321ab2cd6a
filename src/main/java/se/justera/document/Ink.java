package se.justera.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What a whole document shows.
 *
 * @param written the letters in the order in which they are written, without spaces
 * @param seen the words in the order in which they stand, from the top to the bottom of each page
 * @param marks the raised marks among them
 * @param edges the lines at the head and foot of pages, with # for each number
 * @param shapes each letter with its outline
 * @param rules how many rules there are
 * @param bullets how many bullets of lists there are
 * @param odd true if there is anything else
 */
record Ink(
        String written,
        String seen,
        String marks,
        Set<String> edges,
        Set<String> shapes,
        int rules,
        int bullets,
        int pages,
        boolean odd) {

    static Ink of(PDDocument document) throws IOException {
        var pages = new ArrayList<InkReader.Page>();
        for (PDPage page : document.getPages()) {
            pages.add(InkReader.read(page));
        }
        List<Glyph> body = pages.stream().flatMap(page -> page.body().stream()).toList();
        Set<String> shapes = pages.stream()
                .flatMap(page -> Stream.concat(page.body().stream(), page.edges().stream()))
                .map(glyph -> glyph.text() + ' ' + glyph.shape())
                .collect(Collectors.toCollection(HashSet::new));
        return new Ink(
                text(body),
                pages.stream().map(page -> words(page.body())).collect(Collectors.joining(" ")),
                text(body.stream().filter(Glyph::isSmall).toList()),
                pages.stream()
                        .map(page -> words(page.edges()).replaceAll("\\d+", "#"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                shapes,
                pages.stream().mapToInt(InkReader.Page::rules).sum(),
                pages.stream().mapToInt(InkReader.Page::bullets).sum(),
                pages.size(),
                pages.stream().anyMatch(InkReader.Page::odd));
    }

    /** True if this shows what the other shows and nothing more; pages may break elsewhere. */
    boolean shows(Ink other) {
        return !odd
                && written.equals(other.written)
                && seen.equals(other.seen)
                && marks.equals(other.marks)
                && other.edges.containsAll(edges)
                && other.shapes.containsAll(shapes)
                && bullets == other.bullets
                && rules <= other.rules + 2 * pages;
    }

    private static String text(List<Glyph> glyphs) {
        return glyphs.stream().map(Glyph::text).collect(Collectors.joining());
    }

    private static String words(List<Glyph> glyphs) {
        List<Glyph> sorted = glyphs.stream()
                .filter(glyph -> !glyph.isSmall())
                .sorted(Comparator.comparingInt((Glyph glyph) -> -Math.round(glyph.y() * 2))
                        .thenComparingDouble(Glyph::x))
                .toList();
        var words = new StringBuilder();
        for (int i = 0; i < sorted.size(); i++) {
            Glyph glyph = sorted.get(i);
            boolean sameLine = i > 0 && Math.round(sorted.get(i - 1).y() * 2) == Math.round(glyph.y() * 2);
            if (i > 0 && (!sameLine || glyph.beginsWordAfter(sorted.get(i - 1)))) {
                words.append(' ');
            }
            words.append(glyph.text());
        }
        return words.toString();
    }
}
