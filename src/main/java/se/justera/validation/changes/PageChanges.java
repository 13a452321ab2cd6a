package se.justera.validation.changes;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Fault;

/** The same pages in the same order with the same content; only the widgets of added signatures may have come. */
final class PageChanges {

    private final Ledger ledger;
    private int page;

    PageChanges(Ledger ledger) {
        this.ledger = ledger;
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
            if (!COSName.KIDS.equals(name)) {
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

    private void comparePage(COSDictionary was, COSDictionary is) {
        for (COSName name : Cos.names(was, is)) {
            if (COSName.ANNOTS.equals(name)) {
                compareAnnotations(was.getItem(name), is.getItem(name));
            } else {
                Fault fault = COSName.AA.equals(name) ? Fault.ACTION : Fault.PAGE_CONTENT;
                ledger.same(was.getItem(name), is.getItem(name), fault, page);
            }
        }
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
