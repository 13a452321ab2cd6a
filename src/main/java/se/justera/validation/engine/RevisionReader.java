package se.justera.validation.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.pades.validation.PdfSignatureField;
import eu.europa.esig.dss.pdf.PdfArray;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.PdfDssDict;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;
import se.justera.validation.structure.Links;

/**
 * Reads a revision for DSS. What a signature is, is taken from the whole file where it stands in the same bytes there, so
 * that not every revision reads all signatures before it once more.
 */
final class RevisionReader extends PdfBoxDocumentReader {

    /** As much deeper than any signature dictionary. */
    private static final int DEEPEST = 8;

    private static final COSName DSS = COSName.getPDFName("DSS");

    private final @Nullable RevisionReader whole;
    private final Links links;
    private final long length;
    private @Nullable PdfDssDict data;
    private @Nullable Map<COSObjectKey, PdfSignatureDictionary> byKey;
    private @Nullable Map<PdfSignatureDictionary, List<PdfSignatureField>> fields;

    /** Of the whole file. */
    RevisionReader(InMemoryDocument file) throws IOException {
        super(file);
        this.whole = null;
        this.links = new Links(file.getBytes());
        this.length = file.getBytes().length;
    }

    /** Of its beginning. */
    RevisionReader(DSSDocument beginning, long length, RevisionReader whole) throws IOException {
        super(beginning);
        this.whole = whole;
        this.links = whole.links;
        this.length = length;
    }

    /** The objects that stand in the same bytes as in an earlier revision, with all that they lead to. */
    Set<COSObjectKey> unchangedSince(RevisionReader before) {
        return links.unchanged(before.beginning(), beginning());
    }

    private Links.Beginning beginning() {
        return new Links.Beginning(getPDDocument().getDocument(), length);
    }

    /** The validation data is parsed once for all revisions that have it in the same bytes. */
    void shareData(RevisionReader later) {
        COSObjectKey own = dataKey();
        if (own != null && own.equals(later.dataKey()) && links.unchanged(own, beginning(), later.beginning())) {
            data = later.getDSSDictionary();
        }
    }

    private @Nullable COSObjectKey dataKey() {
        return Cos.key(getPDDocument().getDocumentCatalog().getCOSObject().getItem(DSS));
    }

    @Override
    public @Nullable PdfDssDict getDSSDictionary() {
        PdfDssDict known = data;
        if (known == null) {
            known = super.getDSSDictionary();
            data = known;
        }
        return known;
    }

    @Override
    public Map<PdfSignatureDictionary, List<PdfSignatureField>> extractSigDictionaries() throws IOException {
        Map<PdfSignatureDictionary, List<PdfSignatureField>> known = fields;
        if (known == null) {
            known = whole == null ? null : asInThe(whole);
            if (known == null) {
                known = super.extractSigDictionaries();
            }
            fields = known;
        }
        return known;
    }

    /** Null unless each signature is in the whole file as it is here: then DSS reads them all. */
    private @Nullable Map<PdfSignatureDictionary, List<PdfSignatureField>> asInThe(RevisionReader file)
            throws IOException {
        Map<COSObjectKey, PdfSignatureDictionary> signatures = file.byKey();
        IdentityHashMap<COSDictionary, PdfDict> form = form();
        Map<PdfSignatureDictionary, List<PdfSignatureField>> found = new LinkedHashMap<>();
        for (PDSignatureField field : getPDDocument().getSignatureFields()) {
            COSObject reference = field.getCOSObject().getCOSObject(COSName.V);
            if (reference == null && field.getCOSObject().getItem(COSName.V) == null) {
                continue;
            }
            PdfDict entries = form.get(field.getCOSObject());
            COSObjectKey key = reference == null ? null : reference.getKey();
            PdfSignatureDictionary signature = key == null ? null : signatures.get(key);
            if (entries == null || key == null || signature == null || !file.hasInSamePlace(key, this)) {
                return null;
            }
            found.computeIfAbsent(signature, first -> new ArrayList<>()).add(new PdfSignatureField(entries));
        }
        return found;
    }

    /** The signatures whose fields have names of their own. */
    private Map<COSObjectKey, PdfSignatureDictionary> byKey() throws IOException {
        Map<COSObjectKey, PdfSignatureDictionary> known = byKey;
        if (known == null) {
            known = new HashMap<>();
            Set<String> names = new HashSet<>();
            Map<String, PdfSignatureDictionary> byName = new HashMap<>();
            extractSigDictionaries()
                    .forEach((signature, own) -> own.forEach(field -> {
                        if (names.add(field.getFieldName())) {
                            byName.put(field.getFieldName(), signature);
                        } else {
                            byName.remove(field.getFieldName());
                        }
                    }));
            for (PDSignatureField field : getPDDocument().getSignatureFields()) {
                COSObject reference = field.getCOSObject().getCOSObject(COSName.V);
                PdfSignatureDictionary signature =
                        byName.get(field.getCOSObject().getString(COSName.T));
                if (reference != null && reference.getKey() != null && signature != null) {
                    known.put(reference.getKey(), signature);
                }
            }
            byKey = known;
        }
        return known;
    }

    /** The fields of the form itself, not those below others, as DSS has them. */
    private IdentityHashMap<COSDictionary, PdfDict> form() {
        IdentityHashMap<COSDictionary, PdfDict> flat = new IdentityHashMap<>();
        COSDictionary catalog = getPDDocument().getDocumentCatalog().getCOSObject();
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        COSArray list = form == null ? null : form.getCOSArray(COSName.FIELDS);
        PdfDict entries = getCatalogDictionary().getAsDict("AcroForm");
        PdfArray listed = entries == null ? null : entries.getAsArray("Fields");
        for (int i = 0; list != null && listed != null && i < list.size(); i++) {
            if (list.getObject(i) instanceof COSDictionary field) {
                flat.put(field, listed.getAsDict(i));
            }
        }
        return flat;
    }

    /** In the same bytes, and these say all: they refer to nothing that might stand elsewhere. */
    private boolean hasInSamePlace(COSObjectKey key, RevisionReader revision) {
        Long place = place(key);
        return place != null
                && place > 0
                && place.equals(revision.place(key))
                && saysAll(getPDDocument().getDocument().getObjectFromPool(key).getObject(), 0);
    }

    private @Nullable Long place(COSObjectKey key) {
        return getPDDocument().getDocument().getXrefTable().get(key);
    }

    private static boolean saysAll(@Nullable COSBase value, int depth) {
        if (value instanceof COSObject || depth > DEEPEST) {
            return false;
        } else if (value instanceof COSDictionary entries) {
            return entries.keySet().stream().allMatch(name -> saysAll(entries.getItem(name), depth + 1));
        } else if (value instanceof COSArray list) {
            for (int i = 0; i < list.size(); i++) {
                if (!saysAll(list.get(i), depth + 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** It may be asked for again; all of it is memory, which needs no closing. */
    @Override
    public void close() {
        // see above
    }
}
