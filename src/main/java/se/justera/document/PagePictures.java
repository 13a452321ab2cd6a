package se.justera.document;

/** Pages of a PDF as pictures, for a phone that shows no PDF. */
public interface PagePictures {

    int pageCount(byte[] pdf);

    /**
     * One page as PNG, 1 to 2 MB at most.
     *
     * @param page counted from 1
     * @throws IndexOutOfBoundsException if there is no such page
     */
    byte[] png(byte[] pdf, int page);
}
