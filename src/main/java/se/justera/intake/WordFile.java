package se.justera.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import se.justera.minutes.Draft;

/**
 * A Word file (.docx, ISO/IEC 29500) as the Markdown it amounts to. Nothing in it is run or fetched.
 *
 * @param leftOut keys of remarks on what was left out or read in one of several ways
 */
record WordFile(String markdown, String header, String footer, Set<String> leftOut) {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final long LARGEST_PART = 60L * 1024 * 1024;
    private static final double LEAST_RATIO = 0.005;
    private static final String CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk";
    private static final int COMPOUND_FILE = 0xD0CF11E0;

    static {
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxTextSize(LARGEST_PART);
        ZipSecureFile.setMaxFileCount(2_000);
    }

    static WordFile read(byte[] bytes, Wording wording) {
        if (bytes.length > LARGEST) {
            throw wording.refusal("import.too-large", LARGEST / (1024 * 1024));
        }
        if (bytes.length > 4 && java.nio.ByteBuffer.wrap(bytes).getInt() == COMPOUND_FILE) {
            throw wording.refusal("import.word-old");
        }
        try (OPCPackage container = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            if (hasMacros(container)) {
                throw wording.refusal("import.word-macros");
            }
            FlattenedWord.in(container);
            try (var document = new XWPFDocument(container)) {
                return of(document);
            }
        } catch (NotADraft refused) {
            throw refused;
        } catch (IOException | OpenXML4JException | RuntimeException | StackOverflowError e) {
            throw new NotADraft(wording.text(isBomb(e) ? "import.word-bomb" : "import.word-broken"), e);
        }
    }

    /** The text at the head and foot of the pages, where the body has not said it already. */
    Draft withEdges(Draft draft) {
        String left = Letterhead.of(header.lines(), draft.title(), draft.body(), draft.caseNumber(), draft.meeting());
        return draft.withPageEdges(left, footer.isEmpty() ? draft.pageFooter() : footer);
    }

    private static WordFile of(XWPFDocument document) throws InvalidFormatException {
        var leftOut = new TreeSet<String>();
        String text = new WordText(document, leftOut).markdown();
        String header =
                edge(document.getHeaderList().stream().map(XWPFHeader::getText).toList());
        String footer = edge(document.getFooterList().stream()
                .map(XWPFFooter::getText)
                .map(lines -> lines.replace('\t', '\n'))
                .toList());
        if (document.getDocComments() != null
                && !document.getDocComments().getComments().isEmpty()) {
            leftOut.add("import.word-comments");
        }
        String cells = edge(document.getHeaderList().stream()
                .map(XWPFHeader::getText)
                .map(lines -> lines.replace('\t', '\n'))
                .toList());
        String number = AssociationReader.ORG_NUMBER
                .matcher(footer)
                .results()
                .map(found -> found.group().strip())
                .findFirst()
                .orElse("");
        String all =
                Stream.of(cells, number, text).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
        if (document.getPackagePart().getRelationshipsByType(CHUNK).size() > 0) {
            leftOut.add("import.word-objects");
        }
        return new WordFile(all, header, footer.replace("\n", " · "), Set.copyOf(leftOut));
    }

    /** The lines of a page's head or foot, each once, without page numbers. */
    private static String edge(List<String> texts) {
        return texts.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.matches("(?s).*(?:\\p{L}|\\d{4}-\\d{2}-\\d{2}).*")
                        && !line.matches("(?iu)(sida|page|sid)\\b.{0,20}"))
                .distinct()
                .limit(6)
                .collect(Collectors.joining("\n"));
    }

    private static boolean hasMacros(OPCPackage container) throws OpenXML4JException {
        for (PackagePart part : container.getParts()) {
            String name = part.getPartName().getName().toLowerCase(java.util.Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || part.getContentType().contains("macroEnabled")) {
                return true;
            }
        }
        return false;
    }

    /** A part that says itself how large it becomes is refused as a record that is too long. */
    private static boolean isBomb(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordFormatException
                    || String.valueOf(cause.getMessage()).contains("Zip bomb")
                    || String.valueOf(cause.getMessage()).contains("ZipSecureFile")) {
                return true;
            }
        }
        return false;
    }
}
