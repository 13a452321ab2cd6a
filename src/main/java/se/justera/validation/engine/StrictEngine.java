package se.justera.validation.engine;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DSS with the strict policy: no network, no comparison of pages as pictures (its comparison of objects stays on). */
public final class StrictEngine {

    private static final Logger log = LoggerFactory.getLogger(StrictEngine.class);
    private static final String POLICY = "/policy/strict.xml";

    private final CertificateSource[] trust;
    private final ValidationPolicy policy;
    private final IPdfObjFactory pdfObjects;
    private final Clock clock;

    /** @param trust the anchors; nothing else is trusted */
    public StrictEngine(List<CertificateSource> trust, Clock clock) {
        this.trust = trust.toArray(CertificateSource[]::new);
        this.policy = policy();
        this.pdfObjects = pdfObjects();
        this.clock = clock;
    }

    /**
     * DSS's reports; empty where DSS gives up on the file, which says nothing about it.
     *
     * @param etsi whether the ETSI TS 119 102-2 report is wanted as well
     */
    public Optional<Reports> validate(byte[] pdf, Locale locale, boolean etsi) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf, "document.pdf"));
        validator.setPdfObjFactory(pdfObjects);
        return validate(validator, locale, etsi);
    }

    /** The same for any other kind of signed file. */
    public Optional<Reports> validate(SignedDocumentValidator validator, Locale locale, boolean etsi) {
        validator.setCertificateVerifier(offlineVerifier());
        validator.setValidationTime(Date.from(clock.instant()));
        validator.setLocale(locale);
        validator.setEnableEtsiValidationReport(etsi);
        try {
            return Optional.of(validator.validateDocument(policy));
        } catch (RuntimeException e) {
            log.debug("DSS gives up on a file", e);
            return Optional.empty();
        }
    }

    /** The certificates that are trusted as they are. */
    public List<X509Certificate> anchors() {
        return Arrays.stream(trust)
                .flatMap(source -> source.getCertificates().stream())
                .map(CertificateToken::getCertificate)
                .toList();
    }

    private CommonCertificateVerifier offlineVerifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trust);
        verifier.setAIASource(null);
        verifier.setCrlSource(null);
        verifier.setOcspSource(null);
        return verifier;
    }

    private static ValidationPolicy policy() {
        try (InputStream xml = StrictEngine.class.getResourceAsStream(POLICY)) {
            if (xml == null) {
                throw new IllegalStateException(POLICY + " is missing in the jar");
            }
            return ValidationPolicyFacade.newFacade().getValidationPolicy(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(POLICY + " is no validation policy", e);
        }
    }

    private static IPdfObjFactory pdfObjects() {
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        factory.setPdfDifferencesFinder(differences);
        return factory;
    }
}
