package se.justera.validation.structure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/**
 * How large a document gets when it is unpacked, found out without keeping what is unpacked. Where deflate could not
 * reach the limit at its best (1032 to 1), nothing is unpacked.
 */
public final class UnpackedSize {

    private static final double BEST_RATIO = 1032;

    private final long limit;
    private long unpacked;

    private UnpackedSize(long limit) {
        this.limit = limit;
    }

    /** Whether all streams together are larger than so many bytes when unpacked. */
    public static boolean exceeds(long limit, Revision revision) {
        List<COSStream> streams = streams(revision);
        double best = streams.stream().mapToDouble(UnpackedSize::atBest).sum();
        UnpackedSize size = new UnpackedSize(limit);
        return best > limit && streams.stream().anyMatch(size::reachedBy);
    }

    private static double atBest(COSStream stream) {
        return stream.getLength() * Math.pow(BEST_RATIO, filters(stream).size());
    }

    private static List<COSStream> streams(Revision revision) {
        List<COSStream> streams = new ArrayList<>();
        COSDocument document = revision.document().getDocument();
        for (Map.Entry<COSObjectKey, Long> place : List.copyOf(revision.places().entrySet())) {
            // what stands in an object stream is no stream
            if (place.getValue() > 0
                    && document.getObjectFromPool(place.getKey()).getObject() instanceof COSStream stream) {
                streams.add(stream);
            }
        }
        return streams;
    }

    private boolean reachedBy(COSStream stream) {
        byte[] buffer = new byte[65_536];
        try (InputStream content = inflated(stream)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                unpacked += read;
                if (unpacked > limit) {
                    return true;
                }
            }
        } catch (IOException e) {
            // whoever uses it will find it broken; up to there it has its size
            return unpacked > limit;
        }
        return false;
    }

    private static InputStream inflated(COSStream stream) throws IOException {
        InputStream content = stream.createRawInputStream();
        for (COSBase filter : filters(stream)) {
            if (!COSName.FLATE_DECODE.equals(filter) && !COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
                break;
            }
            content = new InflaterInputStream(content);
        }
        return content;
    }

    private static List<COSBase> filters(COSStream stream) {
        COSBase filters = Cos.value(stream.getItem(COSName.FILTER));
        List<COSBase> named = new ArrayList<>();
        if (filters instanceof COSArray several) {
            several.forEach(named::add);
        } else if (filters != null) {
            named.add(filters);
        }
        return named;
    }
}
