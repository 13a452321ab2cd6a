package se.justera.validation.changes;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Fault;

/** The same pages in the same order with the same content; only the widgets of added signatures may have come. */
final class PageChanges {

    private static final Set<COSName> INHERITED =
            Set.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);
    private static final int HIGHEST_TREE = 50;
    private static final COSName ITEXT = COSName.getPDFName("ITXT");

    private final Ledger ledger;
    private final boolean signed;
    private int page;

    PageChanges(Ledger ledger, boolean signed) {
        this.ledger = ledger;
        this.signed = signed;
    }

    void compare(@Nullable COSBase was, @Nullable COSBase is) {
        COSDictionary wasNode = Cos.dictionary(was);
        COSDictionary isNode = Cos.dictionary(is);
        if (wasNode == null || isNode == null || !Cos.samePlace(was, is) || !ledger.lookThrough(is)) {
            ledger.forbid(Fault.PAGES, 0);
        } else if (wasNode.containsKey(COSName.KIDS) || isNode.containsKey(COSName.KIDS)) {
            compareTree(wasNode, isNode);
        } else {
            page++;
            comparePage(wasNode, isNode);
        }
    }

    private void compareTree(COSDictionary was, COSDictionary is) {
        for (COSName name : Cos.names(was, is)) {
            if (!COSName.KIDS.equals(name) && !itext(name, was)) {
                ledger.same(was.getItem(name), is.getItem(name), Fault.PAGES, 0);
            }
        }
        COSArray wasKids = Cos.list(was.getItem(COSName.KIDS));
        COSArray isKids = Cos.list(is.getItem(COSName.KIDS));
        if (wasKids.size() != isKids.size()) {
            ledger.forbid(Fault.PAGES, 0);
            return;
        }
        ledger.lookThrough(is.getItem(COSName.KIDS));
        for (int i = 0; i < wasKids.size(); i++) {
            compare(wasKids.get(i), isKids.get(i));
        }
    }

    /** iText 5 leaves its version in the root of the pages, where it means nothing. */
    private boolean itext(COSName name, COSDictionary was) {
        return signed && ITEXT.equals(name) && !was.containsKey(name);
    }

    private void comparePage(COSDictionary was, COSDictionary is) {
        for (COSName name : Cos.names(was, is)) {
            if (COSName.ANNOTS.equals(name)) {
                compareAnnotations(was.getItem(name), is.getItem(name));
            } else if (!comesWithAField(name, was, is)) {
                Fault fault = COSName.AA.equals(name) ? Fault.ACTION : Fault.PAGE_CONTENT;
                COSBase before = is.containsKey(name) ? given(name, was) : was.getItem(name);
                ledger.same(before, is.getItem(name), fault, page);
            }
        }
    }

    /** What a page has from the nodes above it may be written into the page itself (ISO 32000-2, 7.7.3.4). */
    private static @Nullable COSBase given(COSName name, COSDictionary page) {
        COSDictionary node = page;
        for (int above = 0; INHERITED.contains(name) && !node.containsKey(name) && above < HIGHEST_TREE; above++) {
            node = Cos.entries(node.getItem(COSName.PARENT));
        }
        return node.getItem(name);
    }

    /** The order of tabbing and the key to the tags come with a first field on the page (ISO 32000-2, 12.5.1, 14.7.5.4). */
    private boolean comesWithAField(COSName name, COSDictionary was, COSDictionary is) {
        return signed
                && !was.containsKey(name)
                && ((COSName.STRUCT_PARENTS.equals(name) && is.getItem(name) instanceof COSInteger)
                        || (COSName.getPDFName("Tabs").equals(name) && is.getItem(name) instanceof COSName));
    }

    private void compareAnnotations(@Nullable COSBase was, @Nullable COSBase is) {
        COSArray wasAnnotations = Cos.list(was);
        int known = 0;
        ledger.lookThrough(is);
        for (COSBase annotation : Cos.list(is)) {
            if (ledger.isWelcome(Cos.dictionary(annotation))) {
                continue;
            }
            if (known == wasAnnotations.size()) {
                ledger.forbid(Fault.ANNOTATION, page);
                return;
            }
            ledger.same(wasAnnotations.get(known++), annotation, Fault.ANNOTATION, page);
        }
        if (known < wasAnnotations.size()) {
            ledger.forbid(Fault.ANNOTATION, page);
        }
    }
}
