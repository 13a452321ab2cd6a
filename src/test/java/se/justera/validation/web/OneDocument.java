package se.justera.validation.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.justera.kernel.Sha256;
import se.justera.validation.AdjustedDocument;
import se.justera.validation.AdjustedDocument.Adjuster;
import se.justera.validation.AdjustedDocument.Board;
import se.justera.validation.AdjustedDocument.Notice;
import se.justera.validation.AdjustedDocument.Office;
import se.justera.validation.AdjustedDocument.Timeliness;
import se.justera.validation.OwnDocuments;

/** An archive with one document, sealed and signed by one person. */
record OneDocument(Sha256 newest) implements OwnDocuments {

    OneDocument(byte[] pdf) {
        this(Sha256.of(pdf));
    }

    @Override
    public Optional<StoredRevision> revisionWith(Sha256 sha256) {
        return sha256.equals(newest) ? Optional.of(new StoredRevision(document(), 2, 2)) : Optional.empty();
    }

    @Override
    public Optional<AdjustedDocument> withCode(String claimedCode) {
        return Optional.empty();
    }

    private AdjustedDocument document() {
        return new AdjustedDocument(
                "Samordningsförbundet Älvdalen",
                "Protokoll styrelsen nr 4/2026",
                LocalDate.of(2026, 3, 12),
                LocalDate.of(2026, 3, 25),
                Timeliness.IN_TIME,
                List.of(new Adjuster(
                        "Vera Vik", List.of(Office.CHAIR, Office.ADJUSTER), Instant.parse("2026-03-24T22:30:00Z"))),
                "7KQ4-M2XP-9TWB",
                newest,
                URI.create("https://justera.example/validate"),
                new Notice(
                        LocalDate.of(2026, 3, 27),
                        List.of(
                                new Board("Älvdalens kommun", LocalDate.of(2026, 3, 26), null),
                                new Board("Region Dalarna", LocalDate.of(2026, 3, 27), null)),
                        LocalDate.of(2026, 4, 17),
                        LocalDate.of(2026, 4, 18)));
    }
}
