package se.justera.intake;

import java.util.Locale;

/** Reads uploaded files into drafts. Nothing of the text is lost: what is not understood becomes a paragraph. */
public interface DraftReader {

    /**
     * @param fileName its ending says what the bytes claim to be: .txt, .md, or .pdf for a PDF of ours
     * @param locale the language of the remarks
     * @throws NotADraft if nothing can be made of it
     */
    ImportedDraft read(String fileName, byte[] uploadedBytes, Locale locale);

    /** A reader for use without Spring; one serves all threads. */
    static DraftReader ofFiles() {
        return new UploadReader();
    }
}
