package se.justera.validation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files that ask for much, as others make them: many signatures, pages, updates, objects or bytes. */
public final class LargeForeignFiles {

    private static final int OBJECTS = 20_000;
    private static final int SCANS = 12;
    private static final int SCAN = 4 << 20;

    private final TestSigner signer = new TestSigner();

    private LargeForeignFiles() {}

    /** Writes them, and whom to trust, into a folder; all or those that are named. The certificates last an hour. */
    public static void main(String[] args) throws Exception {
        LargeForeignFiles files = new LargeForeignFiles();
        Path folder = Files.createDirectories(Path.of(args[0]));
        Files.writeString(
                folder.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(files.signer.pki().root().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Map<String, Callable<byte[]>> all = new LinkedHashMap<>();
        all.put("51-signatures", () -> files.signed(pages(1), 51, true));
        all.put("100-pages-51-signatures", () -> files.signed(pages(100), 51, true));
        all.put("300-pages-10-signatures", () -> files.signed(pages(300), 10, true));
        all.put("200-signatures", () -> files.signed(pages(2), 190, true));
        all.put("5000-pages-3-signatures", () -> files.signed(pages(5000), 3, false));
        all.put("48-MB-5-signatures", () -> files.signed(scans(), 5, false));
        all.put("200-updates", () -> updated(pages(3), 200));
        all.put("200-updates-1-signature", () -> files.signed(updated(pages(3), 200), 1, false));
        all.put("20000-objects-10-signatures", () -> files.signed(objects(), 10, false));
        for (Map.Entry<String, Callable<byte[]>> file : all.entrySet()) {
            if (args.length == 1 || List.of(args).contains(file.getKey())) {
                Files.write(
                        folder.resolve(file.getKey() + ".pdf"), file.getValue().call());
            }
        }
    }

    /** Each in a field of its own that was not there before; every other one visible, validation data between them. */
    private byte[] signed(byte[] pdf, int number, boolean longTerm) {
        byte[] signed = pdf;
        for (int n = 0; n < number; n++) {
            signed = n % 2 == 0
                    ? signer.signWithoutField(signed)
                    : signer.signOver(signed, 20 + 90 * (n % 6), 20 + 14 * (n % 55), 80, 12);
            if (longTerm && n % 10 == 9) {
                signed = signer.validationData(signed);
            }
        }
        return signed;
    }

    static byte[] pages(int number) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int n = 0; n < number; n++) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.setFont(font, 10);
                    for (int line = 0; line < 40; line++) {
                        content.beginText();
                        content.newLineAtOffset(72, 780 - 18 * line);
                        content.showText("Sida " + n + ", rad " + line + ": budgeten är 100 000 kronor.");
                        content.endText();
                    }
                }
            }
            return saved(pdf);
        }
    }

    /** Pages that are pictures which nothing makes smaller. */
    private static byte[] scans() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pages(SCANS))) {
            byte[] noise = new byte[SCAN];
            Random random = new Random(1);
            for (PDPage page : pdf.getPages()) {
                random.nextBytes(noise);
                COSStream picture = pdf.getDocument().createCOSStream();
                try (OutputStream out = picture.createRawOutputStream()) {
                    out.write(noise);
                }
                picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
                picture.setInt(COSName.WIDTH, 1 << 11);
                picture.setInt(COSName.HEIGHT, 1 << 11);
                picture.setInt(COSName.BITS_PER_COMPONENT, 8);
                picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
                COSDictionary pictures = new COSDictionary();
                pictures.setItem("Im1", picture);
                page.getResources().getCOSObject().setItem(COSName.XOBJECT, pictures);
            }
            return saved(pdf);
        }
    }

    /** So many objects that refer to each other, beside a page that leads to them. */
    private static byte[] objects() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pages(3))) {
            COSArray all = new COSArray();
            for (int n = 0; n < OBJECTS; n++) {
                COSDictionary object = new COSDictionary();
                object.setNeedToBeUpdated(true);
                object.setDirect(false);
                object.setItem("N", COSInteger.get(n));
                if (n > 0) {
                    object.setItem("Before", all.get(n / 2));
                }
                all.add(object);
            }
            COSDictionary data = new COSDictionary();
            data.setItem("Private", all);
            COSDictionary piece = new COSDictionary();
            piece.setItem("Example", data);
            pdf.getPage(0).getCOSObject().setItem("PieceInfo", piece);
            return saved(pdf);
        }
    }

    private static byte[] updated(byte[] pdf, int times) throws IOException {
        byte[] updated = pdf;
        for (int n = 0; n < times; n++) {
            try (PDDocument document = Loader.loadPDF(updated)) {
                document.getDocumentInformation().setTitle("Protokoll " + n);
                document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
                document.getDocument().getTrailer().setItem(COSName.INFO, document.getDocumentInformation());
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.saveIncremental(out);
                updated = out.toByteArray();
            }
        }
        return updated;
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out, CompressParameters.NO_COMPRESSION);
        return out.toByteArray();
    }
}
