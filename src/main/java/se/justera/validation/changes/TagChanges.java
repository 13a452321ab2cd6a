package se.justera.validation.changes;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Fault;

/**
 * The tags of the document (ISO 32000-2, 14.7): all that were there stay as they are; only such may have come as lead to
 * the widget of an added signature and to nothing else.
 */
final class TagChanges {

    private static final COSName OBJ = COSName.getPDFName("Obj");
    private static final Set<String> OF_AN_ELEMENT =
            Set.of("Type", "S", "P", "K", "Pg", "ID", "O", "A", "C", "R", "NS");
    private static final Set<String> OF_A_REFERENCE = Set.of("Type", "Obj", "Pg");
    private static final Set<String> OF_A_NUMBER_TREE = Set.of("Type", "Nums", "Kids", "Limits");
    private static final int DEEPEST = 8;

    private final Ledger ledger;
    private final boolean signed;

    TagChanges(Ledger ledger, boolean signed) {
        this.ledger = ledger;
        this.signed = signed;
    }

    void compare(@Nullable COSBase was, @Nullable COSBase is) {
        COSDictionary wasRoot = Cos.dictionary(was);
        COSDictionary isRoot = Cos.dictionary(is);
        if (wasRoot == null || isRoot == null || (!signed && !Cos.samePlace(was, is))) {
            ledger.same(was, is, Fault.TAGS, 0);
        } else if (ledger.lookThrough(is)) {
            for (COSName name : Cos.names(wasRoot, isRoot)) {
                compareEntry(name, wasRoot.getItem(name), isRoot.getItem(name));
            }
        }
    }

    private void compareEntry(COSName name, @Nullable COSBase was, @Nullable COSBase is) {
        switch (name.getName()) {
            case "K" -> compareKids(was, is);
            case "ParentTree" -> compareParents(was, is);
            case "ParentTreeNextKey" -> {}
            case "RoleMap", "ClassMap" -> {
                if (was != null || !Cos.entries(is).keySet().isEmpty()) {
                    ledger.same(was, is, Fault.TAGS, 0);
                }
            }
            default -> ledger.same(was, is, Fault.TAGS, 0);
        }
    }

    private void compareElement(@Nullable COSBase was, @Nullable COSBase is) {
        COSDictionary wasElement = Cos.dictionary(was);
        COSDictionary isElement = Cos.dictionary(is);
        if (wasElement == null || isElement == null || !Cos.samePlace(was, is) || Cos.key(is) == null) {
            ledger.same(was, is, Fault.TAGS, 0);
        } else if (ledger.lookThrough(is)) {
            for (COSName name : Cos.names(wasElement, isElement)) {
                if (COSName.K.equals(name)) {
                    compareKids(wasElement.getItem(name), isElement.getItem(name));
                } else {
                    ledger.same(wasElement.getItem(name), isElement.getItem(name), Fault.TAGS, 0);
                }
            }
        }
    }

    private void compareKids(@Nullable COSBase was, @Nullable COSBase is) {
        COSArray wasKids = kids(was);
        COSArray isKids = kids(is);
        ledger.lookThrough(Cos.array(is) == null ? null : is);
        for (int i = 0; i < wasKids.size(); i++) {
            compareElement(wasKids.get(i), i < isKids.size() ? isKids.get(i) : null);
        }
        for (int i = wasKids.size(); i < isKids.size(); i++) {
            if (!leadsToAnAddedSignature(isKids.get(i), 0)) {
                ledger.forbid(Fault.TAGS, 0);
            }
        }
    }

    private static COSArray kids(@Nullable COSBase item) {
        COSArray kids = Cos.array(item);
        if (kids == null) {
            kids = new COSArray();
            if (item != null && Cos.value(item) != null) {
                kids.add(item);
            }
        }
        return kids;
    }

    private boolean leadsToAnAddedSignature(COSBase item, int depth) {
        COSDictionary element = Cos.dictionary(item);
        if (element == null || depth > DEEPEST) {
            return false;
        }
        if (element.containsKey(OBJ)) {
            return only(OF_A_REFERENCE, element) && ledger.isWelcome(Cos.dictionary(element.getItem(OBJ)));
        }
        COSArray kids = kids(element.getItem(COSName.K));
        boolean known = only(OF_AN_ELEMENT, element) && kids.size() > 0;
        for (COSBase kid : kids) {
            known = known && leadsToAnAddedSignature(kid, depth + 1);
        }
        return known;
    }

    private static boolean only(Set<String> names, COSDictionary entries) {
        return entries.keySet().stream().allMatch(name -> names.contains(name.getName()));
    }

    /** The way back from pages and widgets to their tags; it may be built anew, but leads to where it led. */
    private void compareParents(@Nullable COSBase was, @Nullable COSBase is) {
        if (!onlyGrown(Cos.entries(was), Cos.entries(is))) {
            ledger.same(was, is, Fault.TAGS, 0);
            return;
        }
        Map<Integer, COSBase> wasParents = new TreeMap<>();
        Map<Integer, COSBase> isParents = new TreeMap<>();
        collect(was, wasParents, 0);
        collect(is, isParents, 0);
        wasParents.forEach((number, parent) -> compareParent(parent, isParents.get(number)));
        isParents.forEach((number, parent) -> {
            if (!wasParents.containsKey(number) && !leadsToAnAddedSignature(parent, 0) && !isEmptyList(parent)) {
                ledger.forbid(Fault.TAGS, 0);
            }
        });
    }

    /** The tags of a page's content stand in a list, which may be written into the tree or beside it. */
    private void compareParent(COSBase was, @Nullable COSBase is) {
        COSArray wasList = Cos.array(was);
        COSArray isList = Cos.array(is);
        if (wasList == null || isList == null || Cos.samePlace(was, is) || wasList.size() != isList.size()) {
            ledger.same(was, is, Fault.TAGS, 0);
            return;
        }
        for (int i = 0; i < wasList.size(); i++) {
            ledger.same(wasList.get(i), isList.get(i), Fault.TAGS, 0);
        }
    }

    /** Nothing else than a number tree is looked through, and a list that stays in its place keeps its order. */
    private static boolean onlyGrown(COSDictionary was, COSDictionary is) {
        if (!only(OF_A_NUMBER_TREE, was) || !only(OF_A_NUMBER_TREE, is)) {
            return false;
        }
        COSBase wasNumbers = was.getItem(COSName.NUMS);
        boolean inPlace = Cos.key(wasNumbers) != null && Cos.samePlace(wasNumbers, is.getItem(COSName.NUMS));
        return !inPlace || startsWith(Cos.list(is.getItem(COSName.NUMS)), Cos.list(wasNumbers));
    }

    private static boolean startsWith(COSArray list, COSArray start) {
        for (int i = 0; i < start.size(); i++) {
            if (i >= list.size() || (i % 2 == 0 && list.getInt(i) != start.getInt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEmptyList(COSBase item) {
        COSArray list = Cos.array(item);
        return list != null && list.size() == 0;
    }

    private void collect(@Nullable COSBase node, Map<Integer, COSBase> parents, int depth) {
        COSDictionary entries = Cos.entries(node);
        if (!only(OF_A_NUMBER_TREE, entries) || depth > DEEPEST) {
            ledger.forbid(Fault.TAGS, 0);
            return;
        }
        ledger.lookThrough(node);
        ledger.lookThrough(entries.getItem(COSName.NUMS));
        ledger.lookThrough(entries.getItem(COSName.KIDS));
        COSArray numbers = Cos.list(entries.getItem(COSName.NUMS));
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            parents.put(numbers.getInt(i), numbers.get(i + 1));
        }
        for (COSBase kid : Cos.list(entries.getItem(COSName.KIDS))) {
            collect(kid, parents, depth + 1);
        }
    }
}
