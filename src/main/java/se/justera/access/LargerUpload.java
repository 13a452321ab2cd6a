package se.justera.access;

import org.springframework.util.unit.DataSize;

/**
 * A page that takes larger files than the others; a bean of this type makes it so.
 *
 * @param address where its form is sent; what comes there is passed on to {@code page} once it is read
 * @param limit the largest file
 */
public record LargerUpload(String address, String page, DataSize limit) {

    /** Room for a multipart request's boundaries, and for a file a little too large: the page has the sentence. */
    private static final DataSize ENVELOPE = DataSize.ofMegabytes(2);

    DataSize requestLimit() {
        return DataSize.ofBytes(limit.toBytes() + ENVELOPE.toBytes());
    }
}
