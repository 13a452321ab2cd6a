package se.justera.document;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import se.justera.document.extract.Extract;

/**
 * Compares the pages of an extract with its data: sets the data once more, in each layout that extracts have been
 * handed out in, and looks whether the same words stand there, in letters of the same shape, and nothing else. So
 * whoever made the extract cannot print other words than it proves.
 */
public final class PrintedExtract {

    private static final Set<String> ODD_ENTRIES =
            Set.of("OpenAction", "AA", "OCProperties", "Collection", "Requirements");

    private final CopySetter setter = new CopySetter(Clock.systemUTC());

    /** True if the PDF's pages say exactly what the extract says. Never throws for what is in the bytes. */
    public boolean isOf(byte[] uploadedPdf, Extract extract) {
        return isOf(uploadedPdf, extract, ExtractLayout.all(extract.number()));
    }

    /** @param layouts the only ones in which it may be set */
    boolean isOf(byte[] uploadedPdf, Extract extract, List<ExtractLayout> layouts) {
        try (PDDocument document = Loader.loadPDF(uploadedPdf)) {
            return !hasOddParts(document) && isSetInOneOf(layouts, extract, document);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private boolean isSetInOneOf(List<ExtractLayout> layouts, Extract extract, PDDocument document) throws IOException {
        List<String> links = links(document);
        Ink ink = Ink.of(document);
        for (ExtractLayout layout : layouts) {
            try (PDDocument expected = Loader.loadPDF(setter.extractPdf(extract, layout))) {
                if (links.equals(links(expected)) && ink.shows(Ink.of(expected))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasOddParts(PDDocument document) throws IOException {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (ODD_ENTRIES.stream().anyMatch(entry -> catalog.containsKey(COSName.getPDFName(entry)))) {
            return true;
        }
        for (PDPage page : document.getPages()) {
            if (page.getCOSObject().containsKey(COSName.AA)) {
                return true;
            }
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (shows(annotation)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the links lead; inside the document they may lead to another page. */
    private static List<String> links(PDDocument document) throws IOException {
        var links = new ArrayList<String>();
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link) {
                    links.add(target(link));
                }
            }
        }
        return links;
    }

    private static String target(PDAnnotationLink link) throws IOException {
        PDAction action = link.getAction();
        boolean further = action != null && action.getCOSObject().containsKey(COSName.NEXT);
        if (further || link.getCOSObject().containsKey(COSName.AA)) {
            return "further actions";
        } else if (action instanceof PDActionURI uri) {
            return String.valueOf(uri.getURI());
        }
        return action == null || action instanceof PDActionGoTo ? "within" : action.getSubType();
    }

    /** Links show nothing but the text they lie on, signature fields have no size. */
    private static boolean shows(PDAnnotation annotation) {
        if (annotation instanceof PDAnnotationLink) {
            COSDictionary style = annotation.getCOSObject().getCOSDictionary(COSName.BS);
            boolean framed = style == null || style.getInt(COSName.W, 1) != 0;
            return framed || annotation.getAppearance() != null;
        }
        PDRectangle place = annotation.getRectangle();
        boolean nowhere = place != null && place.getWidth() == 0 && place.getHeight() == 0;
        return !(annotation instanceof PDAnnotationWidget) || !nowhere;
    }
}
