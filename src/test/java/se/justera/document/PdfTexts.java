package se.justera.document;

/** The text of PDFs, for tests of other modules. */
public final class PdfTexts {

    private PdfTexts() {}

    /** In one line, in the order of the pages' contents. */
    public static String of(byte[] pdf) {
        return PdfReader.text(pdf);
    }
}
