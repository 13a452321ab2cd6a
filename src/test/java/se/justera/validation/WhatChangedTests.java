package se.justera.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;
import se.justera.validation.WhatChanged.PageDifference;

class WhatChangedTests {

    private static final TestSigner SIGNER = new TestSigner();

    private final Validation validation =
            new StrictValidation(SIGNER.anchors(), ValidationLimits.standard(), Clock.systemUTC());

    private static byte[] withAnotherBudget() {
        byte[] signed = SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");
        return Attacks.update(signed, pdf -> {
            COSStream content =
                    (COSStream) pdf.getPage(0).getCOSObject().getDictionaryObject(COSName.CONTENTS);
            String text = new String(content.createInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            try (var out = content.createOutputStream()) {
                out.write(text.replace("31303020303030", "39303020303030").getBytes(StandardCharsets.ISO_8859_1));
            }
            content.setNeedToBeUpdated(true);
        });
    }

    @Test
    void showsThePageBeforeAndAfterAndTheTextThatDiffers() throws IOException {
        WhatChanged changed = validation.whatChanged(withAnotherBudget()).orElseThrow();

        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.pages()).extracting(PageDifference::number).containsExactly(1);
        PageDifference page = changed.pages().get(0);
        assertThat(page.gone()).containsExactly("§ 1 Beslut: budgeten är 100 000 kronor.");
        assertThat(page.came()).containsExactly("§ 1 Beslut: budgeten är 900 000 kronor.");
        assertThat(page.paragraph()).startsWith("§ 1");
        assertThat(ImageIO.read(new ByteArrayInputStream(page.before())).getWidth())
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(page.after())).getWidth());
    }

    @Test
    void showsAPageThatWasAdded() {
        byte[] signed = SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström");
        byte[] longer = Attacks.update(signed, pdf -> {
            pdf.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            pdf.getPages().getCOSObject().setNeedToBeUpdated(true);
            pdf.getPages().getCOSObject().getCOSArray(COSName.KIDS).setNeedToBeUpdated(true);
        });
        WhatChanged changed = validation.whatChanged(longer).orElseThrow();
        assertThat(changed.pages()).hasSize(1);
        assertThat(changed.pages().get(0).number()).isEqualTo(3);
        assertThat(changed.pages().get(0).before()).isNull();
    }

    @Test
    void hasNothingToShowWhereNothingForbiddenWasDone() {
        byte[] signed = SIGNER.archive(SIGNER.sign(TestPdf.unsigned(), "sig_1", "Anna", "Åström"));
        assertThat(validation.whatChanged(signed)).isEqualTo(Optional.empty());
        assertThat(validation.whatChanged(new byte[] {1, 2, 3})).isEmpty();
    }
}
