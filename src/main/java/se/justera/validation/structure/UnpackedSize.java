package se.justera.validation.structure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * How large a document gets when it is unpacked, found out without keeping what is unpacked. Where deflate could not
 * reach the limit at its best (1032 to 1), nothing is unpacked.
 */
public enum UnpackedSize {
    FITTING,
    /** A single stream. */
    ONE_TOO_LARGE,
    /** All streams together. */
    ALL_TOO_LARGE;

    /** What deflate reaches; LZW reaches more. */
    private static final double BEST_RATIO = 1032;

    private static final double BEST_RATIO_OF_LZW = 2800;

    private static final Set<COSName> FLATE = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);
    private static final Set<COSName> LZW = Set.of(COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION);

    /** Whether a stream has more bytes than {@code one} when it is unpacked, or all together have more than {@code all}. */
    public static UnpackedSize of(Revision revision, long one, long all) {
        List<COSStream> streams = streams(revision);
        double best = streams.stream().mapToDouble(UnpackedSize::atBest).sum();
        if (best <= Math.min(one, all)) {
            return FITTING;
        }
        boolean allMayFit = best <= all;
        long together = 0;
        for (COSStream stream : streams) {
            long most = Math.min(one, all - together);
            if (allMayFit && atBest(stream) <= one) {
                continue;
            }
            long size = size(stream, most);
            together += size;
            if (size > most) {
                return size > one ? ONE_TOO_LARGE : ALL_TOO_LARGE;
            }
        }
        return FITTING;
    }

    private static double atBest(COSStream stream) {
        double ratio = 1;
        for (COSBase filter : filters(stream)) {
            ratio *= LZW.contains(filter) ? BEST_RATIO_OF_LZW : BEST_RATIO;
        }
        return stream.getLength() * ratio;
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

    /** Counted no further than just over {@code most}. */
    private static long size(COSStream stream, long most) {
        var counted = new Counted(most);
        try (InputStream content = inflated(stream)) {
            List<COSBase> filters = filters(stream);
            int packed = flates(filters);
            if (packed < filters.size() && LZW.contains(filters.get(packed))) {
                FilterFactory.INSTANCE.getFilter(COSName.LZW_DECODE).decode(content, counted, stream, packed);
            } else {
                content.transferTo(counted);
            }
        } catch (IOException | RuntimeException e) {
            return counted.bytes; // whoever uses it will find it broken; up to there it has its size
        }
        return counted.bytes;
    }

    /** Ends what writes to it when it is too much. */
    private static final class Counted extends OutputStream {

        private final long most;
        private long bytes;

        Counted(long most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            add(1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            add(length);
        }

        private void add(int length) throws IOException {
            bytes += length;
            if (bytes > most) {
                throw new IOException("enough");
            }
        }
    }

    private static int flates(List<COSBase> filters) {
        int packed = 0;
        while (packed < filters.size() && FLATE.contains(filters.get(packed))) {
            packed++;
        }
        return packed;
    }

    private static InputStream inflated(COSStream stream) throws IOException {
        InputStream content = stream.createRawInputStream();
        for (int i = 0; i < flates(filters(stream)); i++) {
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
