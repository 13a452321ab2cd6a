package se.justera.validation.structure;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/** Reading PDF objects without PDFBox's repairs: absent and null are the same, a reference is told from its value. */
public final class Cos {

    private Cos() {}

    /** The key of a reference; null for a direct object. */
    public static @Nullable COSObjectKey key(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getKey() : null;
    }

    /** The object itself, behind a reference or not. */
    public static @Nullable COSBase value(@Nullable COSBase item) {
        COSBase value = item instanceof COSObject reference ? reference.getObject() : item;
        return value == COSNull.NULL ? null : value;
    }

    public static @Nullable COSDictionary dictionary(@Nullable COSBase item) {
        return value(item) instanceof COSDictionary dictionary ? dictionary : null;
    }

    public static @Nullable COSArray array(@Nullable COSBase item) {
        return value(item) instanceof COSArray array ? array : null;
    }

    /** The array, or an empty one. */
    public static COSArray list(@Nullable COSBase item) {
        COSArray array = array(item);
        return array == null ? new COSArray() : array;
    }

    /** The dictionary, or an empty one. */
    public static COSDictionary entries(@Nullable COSBase item) {
        COSDictionary dictionary = dictionary(item);
        return dictionary == null ? new COSDictionary() : dictionary;
    }

    /** The keys of either dictionary, in file order. */
    public static Set<COSName> names(COSDictionary before, COSDictionary after) {
        Set<COSName> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    /** Whether both are references to the same object, or both direct (then they are the same only by position). */
    public static boolean samePlace(@Nullable COSBase before, @Nullable COSBase after) {
        COSObjectKey key = key(before);
        return key == null ? key(after) == null : key.equals(key(after));
    }
}
