package se.justera.validation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import com.fasterxml.jackson.module.jakarta.xmlbind.JakartaXmlBindAnnotationIntrospector;
import eu.europa.esig.dss.detailedreport.DetailedReport;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.jaxb.XmlAbstractToken;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignerData;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.dss.ws.dto.RemoteDocument;
import eu.europa.esig.dss.ws.validation.dto.DataToValidateDTO;
import eu.europa.esig.dss.ws.validation.dto.WSReportsDTO;
import eu.europa.esig.dss.ws.validation.rest.client.RestDocumentValidationService;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.apache.cxf.jaxrs.client.JAXRSClientFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.justera.validation.SignedSample;
import se.justera.validation.TestFiles;

/** DSS's own client, as it comes, against our address. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = ValidationOverHttpTests.PartOfTheHouse.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:validation-dss",
            "justera.validation.max-size=1MB",
            "spring.flyway.enabled=false"
        })
class DssClientTests {

    private static final byte[] SIGNED = SignedSample.preserved();

    @LocalServerPort
    private int port;

    private RestDocumentValidationService client;

    @BeforeEach
    void connect() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.setAnnotationIntrospector(new JakartaXmlBindAnnotationIntrospector(TypeFactory.defaultInstance()));
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        // DSS's abstract token is referred to by its id, which Jackson does not resolve, whoever wrote the JSON
        mapper.configure(DeserializationFeature.FAIL_ON_UNRESOLVED_OBJECT_IDS, false);
        mapper.registerModule(new SimpleModule().addAbstractTypeMapping(XmlAbstractToken.class, XmlSignerData.class));
        client = JAXRSClientFactory.create(
                "http://localhost:" + port + "/services/rest/validation",
                RestDocumentValidationService.class,
                List.of(new JacksonJsonProvider(mapper)));
    }

    private static DataToValidateDTO order(byte[] file) {
        DataToValidateDTO order = new DataToValidateDTO();
        order.setSignedDocument(new RemoteDocument(file, "protokoll.pdf"));
        return order;
    }

    private static Reports reports(WSReportsDTO answer) {
        return new Reports(
                answer.getDiagnosticData(),
                answer.getDetailedReport(),
                answer.getSimpleReport(),
                answer.getValidationReport());
    }

    @Test
    void readsAllFourReports() {
        Reports reports = reports(client.validateSignature(order(SIGNED)));

        SimpleReport simple = reports.getSimpleReport();
        assertThat(simple.getDocumentFilename()).isEqualTo("protokoll.pdf");
        assertThat(simple.getSignaturesCount()).isGreaterThan(1).isEqualTo(simple.getValidSignaturesCount());
        String first = simple.getFirstSignatureId();
        assertThat(simple.getIndication(first)).isEqualTo(Indication.TOTAL_PASSED);
        DetailedReport detailed = reports.getDetailedReport();
        assertThat(detailed.getFinalIndication(first)).isEqualTo(Indication.TOTAL_PASSED);
        DiagnosticData diagnostic = reports.getDiagnosticData();
        assertThat(diagnostic.getSignatureById(first).getSigningCertificate().getCommonName())
                .isNotBlank();
        assertThat(diagnostic.getTimestampList()).isNotEmpty();
        assertThat(reports.getEtsiValidationReportJaxb().getSignatureValidationReport())
                .hasSize(simple.getSignaturesCount());
    }

    @Test
    void readsThatAnAlteredFileFailed() {
        Reports reports = reports(client.validateSignature(order(TestFiles.with(SIGNED, "%added\n"))));

        SimpleReport simple = reports.getSimpleReport();
        assertThat(simple.getValidSignaturesCount()).isZero();
        String first = simple.getFirstSignatureId();
        assertThat(simple.getIndication(first)).isEqualTo(Indication.TOTAL_FAILED);
        assertThat(simple.getSubIndication(first)).isEqualTo(SubIndication.FORMAT_FAILURE);
        assertThat(simple.getAdESValidationErrors(first))
                .extracting(message -> message.getValue())
                .anyMatch(sentence -> sentence.startsWith("Dokumentet har ändrats efter en underskrift"));
    }

    @Test
    void readsThatNobodySigned() {
        Reports reports = reports(client.validateSignature(order(TestFiles.unsigned())));

        assertThat(reports.getSimpleReport().getSignaturesCount()).isZero();
        assertThat(reports.getEtsiValidationReportJaxb().getSignatureValidationReport())
                .singleElement()
                .satisfies(one -> assertThat(one.getSignatureValidationStatus().getMainIndication())
                        .isEqualTo(Indication.NO_SIGNATURE_FOUND));
    }

    private void refused(DataToValidateDTO order, int status, String code) {
        assertThatThrownBy(() -> client.validateSignature(order))
                .isInstanceOfSatisfying(WebApplicationException.class, refusal -> {
                    assertThat(refusal.getResponse().getStatus()).isEqualTo(status);
                    assertThat(refusal.getResponse().readEntity(String.class)).contains(code);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "suite", "originals"})
    void isToldThatOtherRulesAreNotTaken(String what) {
        DataToValidateDTO order = order(SIGNED);
        RemoteDocument other = new RemoteDocument(new byte[] {1}, "other");
        switch (what) {
            case "policy" -> order.setPolicy(other);
            case "suite" -> order.setCryptographicSuite(other);
            default -> order.setOriginalDocuments(List.of(other));
        }
        refused(order, 400, "dss-policy");
    }

    @Test
    void isToldWhatIsWrongWithTheFile() {
        refused(order(new byte[] {1}), 400, "dss-unreadable");
        refused(new DataToValidateDTO(), 400, "dss-digest");
        DataToValidateDTO digest = order(SIGNED);
        digest.getSignedDocument().setDigestAlgorithm(DigestAlgorithm.SHA256);
        refused(digest, 400, "dss-digest");
        refused(order(new byte[3 << 20]), 413, "too-large");
    }
}
