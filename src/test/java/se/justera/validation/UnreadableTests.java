package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.PublicKeyProtectionPolicy;
import org.apache.pdfbox.pdmodel.encryption.PublicKeyRecipient;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import se.justera.kernel.Sha256;

class UnreadableTests {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Validation validation =
            new StrictValidation(List.of(), ValidationLimits.standard(), Clock.systemUTC());

    private void assertUnreadable(byte[] bytes, String reason) {
        ValidationResult result = validation.validate("f.pdf", bytes, SWEDISH);
        assertThat(result.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.pages()).isNull();
        assertThat(result.signatures()).isEmpty();
        assertThat(result.timestamps()).isEmpty();
        assertThat(result.sha256())
                .isEqualTo(bytes.length == 0 ? null : Sha256.of(bytes).hex());
    }

    @Test
    void saysThatAnEmptyFileIsEmpty() {
        assertUnreadable(new byte[0], "Filen är tom.");
    }

    @Test
    void saysThatTextIsNoPdf() {
        assertUnreadable("hej".getBytes(StandardCharsets.UTF_8), "Filen är inte en PDF.");
    }

    @Test
    void saysThatAPdfBehindOtherBytesIsDamaged() {
        byte[] late = ("\n" + Attacks.text(TestPdf.unsigned())).getBytes(StandardCharsets.ISO_8859_1);
        assertUnreadable(late, "PDF-filen är skadad och går inte att läsa.");
    }

    @Test
    void saysThatAFileForTheHolderOfACertificateIsEncrypted() throws IOException {
        PublicKeyRecipient recipient = new PublicKeyRecipient();
        recipient.setX509(OldProduct.sound().certificate());
        recipient.setPermission(new AccessPermission());
        PublicKeyProtectionPolicy policy = new PublicKeyProtectionPolicy();
        policy.addRecipient(recipient);
        try (PDDocument pdf = Loader.loadPDF(TestPdf.unsigned());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.protect(policy);
            pdf.save(out);
            assertUnreadable(out.toByteArray(), "PDF-filen är krypterad och kan därför inte granskas.");
        }
    }

    @Test
    void saysThatGarbageWithAHeaderIsDamaged() {
        assertUnreadable(
                "%PDF-1.7\nhej".getBytes(StandardCharsets.UTF_8), "PDF-filen är skadad och går inte att läsa.");
    }

    @Test
    void saysThatAPasswordProtectedFileIsEncrypted() throws IOException {
        String reason = "PDF-filen är krypterad och kan därför inte granskas.";
        assertUnreadable(encrypted("hemligt"), reason);
        assertUnreadable(encrypted(""), reason);
    }

    @Test
    void refusesWhatIsOverTheLimits() {
        ValidationLimits tight = new ValidationLimits(
                DataSize.ofBytes(10),
                5000,
                200,
                500_000,
                DataSize.ofMegabytes(512),
                Duration.ofSeconds(30),
                Duration.ZERO);
        Validation limited = new StrictValidation(List.of(), tight, Clock.systemUTC());
        assertThat(limited.validate("f.pdf", TestPdf.unsigned(), Locale.ENGLISH).verdict())
                .isEqualTo(Verdict.UNREADABLE);
        ValidationLimits onePage = new ValidationLimits(
                DataSize.ofMegabytes(1),
                1,
                200,
                500_000,
                DataSize.ofMegabytes(512),
                Duration.ofSeconds(30),
                Duration.ZERO);
        Validation short_ = new StrictValidation(List.of(), onePage, Clock.systemUTC());
        assertThat(short_.validate("f.pdf", TestPdf.unsigned(), Locale.ENGLISH).reason())
                .isEqualTo("The PDF has more than 1 pages and is therefore not examined.");
    }

    @Test
    void survivesDeeplyNestedArrays() {
        String nested = "[".repeat(300_000) + "]".repeat(300_000);
        String pdf = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X " + nested + ">>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        assertThat(validation
                        .validate("deep.pdf", pdf.getBytes(StandardCharsets.ISO_8859_1), Locale.ENGLISH)
                        .verdict())
                .isIn(Verdict.UNREADABLE, Verdict.UNSIGNED);
    }

    private static byte[] encrypted(String userPassword) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(TestPdf.unsigned())) {
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("ägare", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            pdf.protect(policy);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void refusesMoreObjectsThanAllowed() {
        ValidationLimits tight = new ValidationLimits(
                DataSize.ofMegabytes(1), 10, 10, 5, DataSize.ofMegabytes(1), Duration.ofSeconds(30), Duration.ZERO);
        assertThat(new StrictValidation(List.of(), tight, Clock.systemUTC())
                        .validate("p.pdf", TestPdf.unsigned(), Locale.ENGLISH)
                        .reason())
                .isEqualTo("The PDF has more than 5 objects and is therefore not examined.");
    }

    /** Packed twice: some hundred bytes that become a hundred megabytes. */
    @Test
    void refusesAStreamThatGrowsWhenUnpacked() throws IOException {
        byte[] once = deflated(new byte[100 << 20]);
        byte[] bomb = Attacks.update(TestPdf.unsigned(), pdf -> {
            var stream = pdf.getDocument().createCOSStream();
            try (var out = stream.createRawOutputStream()) {
                out.write(deflated(once));
            }
            stream.setItem(
                    org.apache.pdfbox.cos.COSName.FILTER,
                    new org.apache.pdfbox.cos.COSArray(List.of(
                            org.apache.pdfbox.cos.COSName.FLATE_DECODE, org.apache.pdfbox.cos.COSName.FLATE_DECODE)));
            pdf.getPage(0).getCOSObject().setItem("Bomb", stream);
            pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
        ValidationLimits limits = new ValidationLimits(
                DataSize.ofMegabytes(1), 10, 10, 5000, DataSize.ofMegabytes(10), Duration.ofSeconds(30), Duration.ZERO);
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(new StrictValidation(List.of(), limits, Clock.systemUTC())
                        .validate("p.pdf", bomb, Locale.ENGLISH)
                        .reason())
                .isEqualTo("The PDF grows to more than 10 MB when it is unpacked and is therefore not examined.");
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var packed = new java.util.zip.DeflaterOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }
}
