package se.justera.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * What the layout has written on a page, as pieces between which only the colour goes on: marked content with its
 * number, and the rest. Each piece begins with the colour in which it was written, so that it may stand elsewhere.
 */
final class PageContent {

    private static final int UNMARKED = -1;
    private static final int Y = 1;

    /** The lower margin of the style sheets is 30 mm. */
    private static final double FOOT = 85;

    private static final Set<String> BEGINNINGS =
            Set.of(OperatorName.BEGIN_MARKED_CONTENT, OperatorName.BEGIN_MARKED_CONTENT_SEQ);

    private final PDPage page;
    private final List<Piece> pieces = new ArrayList<>();
    private List<Object> colour = List.of();
    private final Deque<List<Object>> outer = new ArrayDeque<>();
    private List<Object> before = List.of();
    private List<Object> current = new ArrayList<>();
    private int number = UNMARKED;

    private PageContent(PDPage page) {
        this.page = page;
    }

    /** @param colour the instruction that set it, or none */
    private record Piece(int number, List<Object> colour, List<Object> tokens) {

        /** Words that the layout tags as no part of the text, below the margin. */
        boolean isFoot() {
            return number == UNMARKED
                    && tokens.get(0) instanceof COSName tag
                    && tag.equals(COSName.ARTIFACT)
                    && lowest() < FOOT;
        }

        /** How high the lowest of its words stands, in points. */
        private double lowest() {
            return IntStream.range(Y, tokens.size())
                    .filter(i -> tokens.get(i) instanceof Operator operator
                            && operator.getName().equals(OperatorName.SET_MATRIX)
                            && tokens.get(i - Y) instanceof COSNumber)
                    .mapToDouble(i -> ((COSNumber) tokens.get(i - Y)).floatValue())
                    .min()
                    .orElse(FOOT);
        }

        /** A beginning and an end, and nothing between them. */
        boolean isEmpty() {
            return tokens.stream().filter(Operator.class::isInstance).count() == 2
                    && tokens.get(0).equals(COSName.ARTIFACT)
                    && tokens.get(tokens.size() - 1) instanceof Operator last
                    && last.getName().equals(OperatorName.END_MARKED_CONTENT);
        }
    }

    static PageContent of(PDPage page) throws IOException {
        var content = new PageContent(page);
        var operands = new ArrayList<>();
        for (Object token : new PDFStreamParser(page).parse()) {
            operands.add(token);
            if (token instanceof Operator operator) {
                content.add(operator.getName(), List.copyOf(operands));
                operands.clear();
            }
        }
        content.finish();
        return content;
    }

    /** What stands at the foot of the page is read after everything else on it. */
    PageContent footLast() {
        List<Piece> foot = pieces.stream().filter(Piece::isFoot).toList();
        pieces.removeAll(foot);
        pieces.addAll(foot);
        return this;
    }

    /** The layout marks a background for every box, also where it paints none: more than half of a page's objects. */
    PageContent withoutEmptyBackgrounds() {
        pieces.removeIf(Piece::isEmpty);
        COSDictionary resources = page.getResources().getCOSObject();
        COSDictionary said = resources.getCOSDictionary(COSName.PROPERTIES);
        if (said != null) {
            Set<Object> used =
                    pieces.stream().flatMap(piece -> piece.tokens().stream()).collect(Collectors.toSet());
            List.copyOf(said.keySet()).stream()
                    .filter(name -> !used.contains(name))
                    .forEach(said::removeItem);
        }
        return this;
    }

    /** @param order the numbers of the page's marked content as it is read; the rest stays where it is */
    void write(List<Integer> order, PDDocument document) throws IOException {
        Map<Integer, Piece> marked = new HashMap<>();
        pieces.stream().filter(piece -> piece.number() != UNMARKED).forEach(piece -> marked.put(piece.number(), piece));
        if (!marked.keySet().equals(Set.copyOf(order))) {
            throw new IllegalStateException("the layout tagged " + order + " and wrote " + marked.keySet());
        }
        Iterator<Integer> next = order.iterator();
        var stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            var writer = new ContentStreamWriter(out);
            for (Piece piece : pieces) {
                Piece read = piece.number() == UNMARKED ? piece : marked.getOrDefault(next.next(), piece);
                writer.writeTokens(read.colour());
                writer.writeTokens(read.tokens());
            }
        }
        page.setContents(stream);
    }

    private void add(String operator, List<Object> instruction) {
        if (BEGINNINGS.contains(operator)) {
            finish();
            number = numberOf(instruction);
        }
        current.addAll(instruction);
        switch (operator) {
            case OperatorName.SAVE -> outer.push(colour);
            case OperatorName.RESTORE -> colour = outer.pop();
            case OperatorName.NON_STROKING_RGB -> colour = instruction;
            case OperatorName.END_MARKED_CONTENT -> finish();
            default -> {}
        }
    }

    private void finish() {
        if (!current.isEmpty()) {
            pieces.add(new Piece(number, before, current));
        }
        number = UNMARKED;
        before = colour;
        current = new ArrayList<>();
    }

    /** The layout writes numbers beside the tag, and what else it says of content among the page's resources. */
    private static int numberOf(List<Object> instruction) {
        return instruction.stream()
                .filter(COSDictionary.class::isInstance)
                .mapToInt(properties -> ((COSDictionary) properties).getInt(COSName.MCID, UNMARKED))
                .findFirst()
                .orElse(UNMARKED);
    }
}
