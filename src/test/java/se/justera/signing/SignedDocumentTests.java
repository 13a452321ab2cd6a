package se.justera.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole life of a document: sealed, signed by four people, preserved. */
class SignedDocumentTests {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Signing signing = TestSigning.sample(CLOCK);

    @Test
    void everyRevisionValidatesOfflineWithTheSampleRootAlone() {
        byte[] pdf = FieldedPdf.make();
        byte[] revision = signing.seal(pdf, "Samordningsförbundet Exempel");
        assertThat(revision).startsWith(pdf);
        assertPassed(revision, SignatureLevel.PAdES_BASELINE_LT);
        for (SignatureOrder order : orders()) {
            byte[] next = signing.sign(revision, order);
            assertThat(Arrays.copyOf(next, revision.length)).isEqualTo(revision);
            revision = next;
            assertPassed(revision, SignatureLevel.PAdES_BASELINE_T);
        }
        byte[] preserved = signing.preserve(revision);
        assertThat(Arrays.copyOf(preserved, revision.length)).isEqualTo(revision);
        assertPassed(preserved, SignatureLevel.PAdES_BASELINE_LTA);
        assertPassed(signing.preserve(preserved), SignatureLevel.PAdES_BASELINE_LTA);
    }

    private static List<SignatureOrder> orders() {
        Instant now = CLOCK.instant();
        return List.of(
                TestSigning.order("sig_1", "Åsa Öhrn-Älvsjö", now, "Vid protokollet"),
                TestSigning.order("sig_2", "Łukasz Čapek", now, "Ordförande"),
                TestSigning.order("sig_3", "Þóra Ñáñez", now, "Justerare"),
                TestSigning.order("sig_4", "Ирина Γεωργίου", now, "Justerare", "2:e vice ordförande"));
    }

    private static void assertPassed(byte[] pdf, SignatureLevel newest) {
        Reports reports = Dss.validate(pdf);
        var simple = reports.getSimpleReport();
        for (SignatureWrapper signature : reports.getDiagnosticData().getSignatures()) {
            String id = signature.getId();
            assertThat(simple.getIndication(id))
                    .as(signature.getSignatureFieldNames()::toString)
                    .isEqualTo(Indication.TOTAL_PASSED);
            assertThat(texts(simple.getAdESValidationErrors(id))).isEmpty();
            assertThat(texts(simple.getAdESValidationWarnings(id)))
                    .as(signature.getSignatureFieldNames()::toString)
                    .isEmpty();
        }
        List<String> ids = simple.getSignatureIdList();
        assertThat(simple.getSignatureFormat(ids.get(ids.size() - 1))).isEqualTo(newest);
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::getValue).toList();
    }
}
