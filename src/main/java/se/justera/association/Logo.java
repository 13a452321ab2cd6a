package se.justera.association;

/**
 * An association's logo as an opaque PNG that this service has drawn itself: nothing of the uploaded file is in it but
 * what could be seen.
 *
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a picture, never compared
public record Logo(byte[] png, int width, int height) {}
