package se.justera.validation.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where a file's revisions end. The same ends as DSS finds, which makes an array of each byte of the file. */
final class RevisionEnds {

    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private RevisionEnds() {}

    static List<PdfByteRangeDocument> of(DSSDocument document, byte[] file) {
        List<PdfByteRangeDocument> revisions = new ArrayList<>();
        int begun = 0; // bytes since the line began, or since DSS begins anew in a long one
        int right = 0; // how many of them are the mark's first
        for (int at = 0; at < file.length; at++) {
            byte next = file[at];
            right = right == begun && begun < END.length && next == END[begun] ? right + 1 : 0;
            begun++;
            if (right == END.length) {
                int behind = behindLineBreak(file, at + 1);
                revisions.add(new PdfByteRangeDocument(document, new ByteRange(new int[] {0, behind, behind, 0})));
                at = file.length > at + 1 && file[at + 1] == '\r' ? at + 2 : at + 1;
                begun = 0;
                right = 0;
            } else if (next == '\n' || next == '\r' || begun > END.length) {
                begun = 0;
                right = 0;
            }
        }
        return revisions;
    }

    private static int behindLineBreak(byte[] file, int at) {
        if (at < file.length && file[at] == '\n') {
            return at + 1;
        } else if (at < file.length && file[at] == '\r') {
            return at + 1 < file.length && file[at + 1] == '\n' ? at + 2 : at + 1;
        }
        return at;
    }
}
