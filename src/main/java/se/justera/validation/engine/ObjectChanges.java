package se.justera.validation.engine;

import eu.europa.esig.dss.pades.validation.PdfObjectKey;
import eu.europa.esig.dss.pdf.PAdESConstants;
import eu.europa.esig.dss.pdf.PdfArray;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfObject;
import eu.europa.esig.dss.pdf.PdfSimpleObject;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModifications;
import eu.europa.esig.dss.pdf.modifications.PdfObjectTree;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * DSS's comparison of the objects of a signed revision with those of the whole file: it finds the same and calls it the
 * same, but does not look into what stands in the same bytes in both with all that it leads to.
 */
final class ObjectChanges extends DefaultPdfObjectModificationsFinder {

    private static final int DEEPEST = 500;

    @Override
    public PdfObjectModifications find(PdfDocumentReader signed, PdfDocumentReader whole) {
        if (signed instanceof RevisionReader before && whole instanceof RevisionReader after) {
            Walk walk = new Walk(after.unchangedSince(before));
            walk.objects(
                    new PdfObjectTree(PAdESConstants.CATALOG_NAME),
                    PAdESConstants.CATALOG_NAME,
                    before.getCatalogDictionary(),
                    after.getCatalogDictionary());
            return getPdfObjectModificationsFilter().filter(walk.found);
        }
        return super.find(signed, whole);
    }

    /** One comparison, in DSS's order, so that what is led to in several ways is named as DSS names it. */
    private static final class Walk {

        private record Seen(String name, PdfObjectKey key) {}

        private final Set<COSObjectKey> unchanged;
        private final Set<ObjectModification> found = new LinkedHashSet<>();
        private final Set<Seen> seen = new HashSet<>();

        Walk(Set<COSObjectKey> unchanged) {
            this.unchanged = unchanged;
        }

        void objects(PdfObjectTree path, String name, @Nullable PdfObject was, @Nullable PdfObject is) {
            if (path.getChainDeepness() > DEEPEST || (was == null && is == null)) {
                return;
            }
            if (was == null) {
                found.add(came(path, is));
            } else if (is == null) {
                found.add(
                        isContainer(was)
                                ? ObjectModification.delete(path, was)
                                : ObjectModification.modify(path, was, null));
            } else if (was instanceof PdfDict wasEntries && is instanceof PdfDict isEntries) {
                dictionaries(path, wasEntries, isEntries);
            } else if (was instanceof PdfArray wasList && is instanceof PdfArray isList) {
                arrays(path, name, wasList, isList, true);
                arrays(path, name, isList, wasList, false);
            } else if (!(was instanceof PdfSimpleObject && is instanceof PdfSimpleObject && sameSimple(was, is))) {
                found.add(ObjectModification.modify(path, was, is));
            }
        }

        private static ObjectModification came(PdfObjectTree path, @Nullable PdfObject is) {
            return isContainer(is) ? ObjectModification.create(path, is) : ObjectModification.modify(path, null, is);
        }

        private static boolean isContainer(@Nullable PdfObject object) {
            return object instanceof PdfDict || object instanceof PdfArray;
        }

        /** 612 and 612.0 are the same. */
        private static boolean sameSimple(PdfObject was, PdfObject is) {
            if (was.getValue() instanceof Number one && is.getValue() instanceof Number other) {
                return one.equals(other) || one.floatValue() == other.floatValue();
            }
            return was.getValue().equals(is.getValue());
        }

        private void dictionaries(PdfObjectTree path, PdfDict was, PdfDict is) {
            List<String> names = Arrays.asList(was.list());
            for (String name : names) {
                PdfObjectKey key = was.getObjectKey(name);
                if (!isSeen(path, name, key) && !(isUnchanged(key) && key.equals(is.getObjectKey(name)))) {
                    PdfObjectTree below = path.copy();
                    below.addKey(name);
                    see(below, name, key);
                    objects(below, name, was.getObject(name), is.getObject(name));
                }
            }
            Set<String> before = new HashSet<>(names);
            for (String name : is.list()) {
                if (!before.contains(name)) {
                    PdfObjectTree below = path.copy();
                    below.addKey(name);
                    PdfObject added = is.getObject(name);
                    if (isContainer(added)) {
                        see(below, name, is.getObjectKey(name));
                    }
                    found.add(came(below, added));
                }
            }
            streams(path, was, is);
        }

        /** References are looked for wherever they stand in the other, all else at its place. */
        private void arrays(PdfObjectTree path, String name, PdfArray one, PdfArray other, boolean before) {
            Map<PdfObjectKey, Integer> places = new HashMap<>();
            for (int i = 0; i < other.size(); i++) {
                places.put(other.getObjectKey(i), i);
            }
            for (int i = 0; i < one.size(); i++) {
                PdfObjectKey key = one.getObjectKey(i);
                if (!isSeen(path, name, key) && !(isUnchanged(key) && places.containsKey(key))) {
                    PdfObjectTree below = path.copy();
                    see(below, name, key);
                    int place = key == null ? i : places.getOrDefault(key, other.size());
                    PdfObject there = place < other.size() ? other.getObject(place) : null;
                    PdfObject here = one.getObject(i);
                    objects(below, name, before ? here : there, before ? there : here);
                }
            }
        }

        private boolean isUnchanged(@Nullable PdfObjectKey key) {
            return key instanceof PdfBoxObjectKey known && unchanged.contains(known.getValue());
        }

        private boolean isSeen(PdfObjectTree path, String name, @Nullable PdfObjectKey key) {
            return key != null && (seen.contains(new Seen(name, key)) || path.isProcessedReference(key));
        }

        private void see(PdfObjectTree path, String name, @Nullable PdfObjectKey key) {
            if (key != null) {
                seen.add(new Seen(name, key));
                path.addReference(key);
            }
        }

        private void streams(PdfObjectTree path, PdfDict was, PdfDict is) {
            PdfObjectTree stream = path.copy();
            stream.setStream();
            byte @Nullable [] before = raw(was);
            byte @Nullable [] after = raw(is);
            if (before == null && after != null) {
                found.add(ObjectModification.create(stream, is));
            } else if (before != null && after == null) {
                found.add(ObjectModification.delete(stream, was));
            } else if (!Arrays.equals(before, after)) {
                found.add(ObjectModification.modify(stream, was, is));
            }
        }

        private static byte @Nullable [] raw(PdfDict entries) {
            try (InputStream stream = entries.createRawInputStream()) {
                return stream == null ? null : stream.readAllBytes();
            } catch (IOException e) {
                return null;
            }
        }
    }
}
