package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;

/** Documents whose form has nothing but signature fields, as ours have, prepared for what a later signature brings. */
class PlainUpdateAttackTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Signing SIGNING = TestSigning.sample(CLOCK);

    private static Verdict verdict(byte[] pdf) {
        return new StrictValidation(List.of(), ValidationLimits.standard(), CLOCK)
                .validate("p.pdf", pdf, Locale.ENGLISH)
                .verdict();
    }

    /** The page draws an object that does not exist until it is signed again. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void catchesADanglingReferenceFilledBesideAnotherSignature(boolean packed) {
        byte[] waiting = sign(waiting(packed), "sig_1");
        Increment update = Increment.on(waiting);
        byte[] filled = packed
                ? update.stream(999, "", "0 0 600 800 re f").withStream()
                : update.stream(999, "", "0 0 600 800 re f").withTable();
        assertThat(verdict(sign(waiting, "sig_2"))).isEqualTo(Verdict.INTACT_UNTRUSTED);
        assertThat(verdict(sign(filled, "sig_2"))).isEqualTo(Verdict.MODIFIED);
    }

    private static byte[] sign(byte[] pdf, String field) {
        return SIGNING.sign(pdf, TestSigning.order(field, "Bo Öberg", CLOCK.instant(), "Justerare"));
    }

    private static byte[] waiting(boolean packed) {
        return Attacks.update(packed ? TestPdf.compressed() : TestPdf.unsigned(), pdf -> {
            COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
            COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
            COSArray fields = new COSArray();
            for (int field = 1; field <= 4; field++) {
                fields.add(form.getCOSArray(COSName.FIELDS).get(field));
            }
            form.setItem(COSName.FIELDS, fields);
            COSDictionary page = pdf.getPage(0).getCOSObject();
            COSArray contents = new COSArray(List.of(page.getItem(COSName.CONTENTS)));
            contents.add(pdf.getDocument().getObjectFromPool(new COSObjectKey(999, 0)));
            page.setItem(COSName.CONTENTS, contents);
            for (COSDictionary changed : List.of(catalog, form, page)) {
                changed.setNeedToBeUpdated(true);
            }
        });
    }
}
