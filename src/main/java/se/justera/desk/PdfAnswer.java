package se.justera.desk;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.justera.kernel.Sha256;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;

/** A PDF made of minutes, to be saved under a name that says what it is. */
public final class PdfAnswer {

    private PdfAnswer() {}

    /** @param what it is, at the end of the file's name */
    public static ResponseEntity<byte[]> of(byte[] pdf, MinutesView minutes, String what) {
        String title = MinutesTitle.of(minutes.draft()).toLowerCase(Locale.ROOT);
        String name = (title + " " + what).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "") + ".pdf";
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag("\"" + Sha256.of(pdf) + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(pdf);
    }
}
