package se.justera.validation.own;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of one page, if there is no more of it than a page has, and as long as nobody interrupts. */
final class BoundedText extends PDFTextStripper {

    private static final int MOST_GLYPHS = 50_000;
    private static final int MOST_OPERATORS = 500_000;

    private int glyphs;
    private int operators;

    private BoundedText(int page) {
        setStartPage(page);
        setEndPage(page);
    }

    /** Empty where the page asks for more than is given. */
    static String of(PDDocument document, int page) throws IOException {
        try {
            return new BoundedText(page).getText(document);
        } catch (TooMuch e) {
            return "";
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS || Thread.currentThread().isInterrupted()) {
            throw new TooMuch();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++glyphs > MOST_GLYPHS) {
            throw new TooMuch();
        }
        super.processTextPosition(text);
    }

    @SuppressWarnings("serial") // stays here
    private static final class TooMuch extends RuntimeException {
        TooMuch() {
            super("more than a page of text");
        }
    }
}
