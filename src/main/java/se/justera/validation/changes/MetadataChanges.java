package se.justera.validation.changes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;
import se.justera.validation.structure.Cos;

/** Title, author and all else that metadata says must stay; only when and with which tool it was last written may not. */
final class MetadataChanges {

    private static final Set<String> OF_THE_LAST_CHANGE = Set.of("ModDate", "Producer");
    private static final Set<String> OF_A_NEW_FILE = Set.of("ModDate", "Producer", "CreationDate");

    private MetadataChanges() {}

    /** Whether the document information dictionaries say the same (ISO 32000-2, 14.3.3). */
    static boolean sameInfo(COSDictionary wasTrailer, COSDictionary isTrailer) {
        COSDictionary was = Cos.entries(wasTrailer.getItem(COSName.INFO));
        COSDictionary is = Cos.entries(isTrailer.getItem(COSName.INFO));
        Set<String> free = was.keySet().isEmpty() ? OF_A_NEW_FILE : OF_THE_LAST_CHANGE;
        return Cos.names(was, is).stream()
                .allMatch(name ->
                        free.contains(name.getName()) || says(was.getItem(name)).equals(says(is.getItem(name))));
    }

    private static String says(@Nullable COSBase item) {
        COSBase value = Cos.value(item);
        return value instanceof COSString string ? string.getString() : value == null ? "" : value.toString();
    }

    /** Whether the XMP packets say the same (ISO 32000-2, 14.3.2). */
    static boolean sameXmp(@Nullable COSBase was, @Nullable COSBase is, COSDictionary trailer) {
        try {
            List<String> before = XmpProperties.of(bytes(was));
            List<String> after = XmpProperties.of(bytes(is));
            // a first packet may repeat what the document information says
            return before.equals(after)
                    || (Cos.value(was) == null
                            && XmpProperties.repeat(after, Cos.entries(trailer.getItem(COSName.INFO))));
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] bytes(@Nullable COSBase metadata) throws IOException {
        if (!(Cos.value(metadata) instanceof COSStream stream)) {
            return new byte[0];
        }
        try (InputStream decoded = stream.createInputStream()) {
            return decoded.readAllBytes();
        }
    }
}
