package se.justera.document;

import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * Mends what the layout tags badly: empty heads and feet of tables, and footnotes, which it leaves as plain divisions
 * at the end of the document. They become Notes with an ID right after the Link that calls them (ISO 14289-1, 7.9).
 */
final class TagRepair {

    private static final COSName ID = COSName.getPDFName("ID");
    private static final COSName OBJ = COSName.getPDFName("Obj");

    private final Tags tags;

    TagRepair(Tags tags) {
        this.tags = tags;
    }

    /** @param marks the footnotes that the text calls, in reading order */
    void mend(List<String> marks, Labels labels) {
        removeEmptyTableParts();
        List<COSDictionary> calls = tags.elements().stream()
                .filter(element -> Tags.is(element, "Link") && "".equals(element.getString(COSName.ALT)))
                .toList();
        List<COSDictionary> areas = Tags.kids(tags.elements().get(0)).stream()
                .filter(kid -> Tags.is(kid, "Sect"))
                .map(COSDictionary.class::cast)
                .toList();
        List<COSDictionary> notes = areas.stream()
                .flatMap(area -> divisions(area).stream())
                .flatMap(page -> divisions(page).stream())
                .toList();
        if (calls.size() != notes.size() || notes.size() != marks.size()) {
            throw new IllegalStateException(
                    "the layout tagged " + calls.size() + " calls and " + notes.size() + " notes of " + marks.size());
        }
        var ids = new COSArray();
        for (int i = 0; i < notes.size(); i++) {
            String id = "note-%06d".formatted(i + 1);
            describe(calls.get(i), labels.of("footnote", marks.get(i)));
            makeNote(notes.get(i), id);
            moveBehind(calls.get(i), notes.get(i));
            ids.add(new COSString(id));
            ids.add(notes.get(i));
        }
        areas.forEach(Tags::remove);
        if (ids.size() > 0) {
            var tree = new COSDictionary();
            tree.setItem(COSName.NAMES, ids);
            tags.root().setItem(COSName.getPDFName("IDTree"), tree);
        }
    }

    private void removeEmptyTableParts() {
        for (COSDictionary element : tags.elements()) {
            boolean part = Tags.is(element, "THead") || Tags.is(element, "TFoot");
            if (part && Tags.kids(element).isEmpty()) {
                Tags.remove(element);
            }
        }
    }

    private static List<COSDictionary> divisions(COSDictionary element) {
        return Tags.kids(element).stream()
                .filter(kid -> Tags.is(kid, "Div"))
                .map(COSDictionary.class::cast)
                .toList();
    }

    private static void describe(COSDictionary link, String description) {
        link.setString(COSName.ALT, description);
        for (COSBase kid : Tags.kids(link)) {
            if (kid instanceof COSDictionary reference && reference.getCOSDictionary(OBJ) != null) {
                reference.getCOSDictionary(OBJ).setString(COSName.CONTENTS, description);
            }
        }
    }

    /** The layout puts the note's mark behind its text, as the last Span. */
    private static void makeNote(COSDictionary note, String id) {
        note.setName(COSName.S, "Note");
        note.setString(ID, id);
        List<COSBase> kids = Tags.kids(note);
        Optional<COSBase> mark =
                kids.stream().filter(kid -> Tags.is(kid, "Span")).reduce((one, later) -> later);
        if (mark.isPresent()) {
            ((COSDictionary) mark.get()).setName(COSName.S, "Lbl");
            var ordered = new COSArray(List.of(mark.get()));
            kids.stream().filter(kid -> kid != mark.get()).forEach(ordered::add);
            note.setItem(COSName.K, ordered);
        }
    }

    private static void moveBehind(COSDictionary call, COSDictionary note) {
        COSDictionary parent = call.getCOSDictionary(COSName.P);
        List<COSBase> kids = Tags.kids(parent);
        var moved = new COSArray();
        for (COSBase kid : kids) {
            moved.add(kid);
            if (kid == call) {
                moved.add(note);
            }
        }
        parent.setItem(COSName.K, moved);
        note.setItem(COSName.P, parent);
    }
}
