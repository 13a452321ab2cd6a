package se.justera.validation.engine;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DSS with the strict policy: no network unless told otherwise, no comparison of pages as pictures (its comparison of
 * objects stays on).
 */
public final class StrictEngine {

    private static final Logger log = LoggerFactory.getLogger(StrictEngine.class);

    static {
        StrictPolicies.begin();
        RememberingProvider.use();
    }

    private final CertificateSource[] trust;
    private final IPdfObjFactory pdfObjects;
    private final IPdfObjFactory uncomparedObjects = new UncomparedObjects();
    private final Supplier<Elsewhere> elsewhere;
    private final Clock clock;

    /** @param trust the anchors; nothing else is trusted */
    public StrictEngine(List<CertificateSource> trust, Clock clock) {
        this(trust.toArray(CertificateSource[]::new), pdfObjects(), Elsewhere::nowhere, clock);
    }

    private StrictEngine(
            CertificateSource[] trust, IPdfObjFactory pdfObjects, Supplier<Elsewhere> elsewhere, Clock clock) {
        this.trust = trust;
        this.pdfObjects = pdfObjects;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** The same that looks there too; asked for once per file. */
    public StrictEngine looking(Supplier<Elsewhere> there) {
        return new StrictEngine(trust, pdfObjects, there, clock);
    }

    /** The same for one file, however often that file is validated. */
    public StrictEngine forOneFile() {
        Elsewhere ofTheFile = elsewhere.get();
        return looking(() -> ofTheFile);
    }

    /** Begins to read what every validation needs; loading this class is what does it. */
    public static void prepare() {}

    /**
     * DSS's reports; empty where DSS gives up on the file, which says nothing about it.
     *
     * @param etsi whether the ETSI TS 119 102-2 report is wanted as well
     */
    public Optional<Reports> validate(byte[] pdf, Locale locale, boolean etsi) {
        return validate(pdf, locale, etsi, StrictPolicies.strict(), pdfObjects);
    }

    /** The same where every byte after the signatures is accounted for, so that no objects need be compared again. */
    public Optional<Reports> validatePlain(byte[] pdf, Locale locale, boolean etsi) {
        return validate(pdf, locale, etsi, StrictPolicies.strict(), uncomparedObjects);
    }

    /** The same where later changes were looked at already and are none: what DSS thinks of them is a warning only. */
    public Optional<Reports> validateUnchanged(byte[] pdf, Locale locale, boolean etsi) {
        return validate(pdf, locale, etsi, StrictPolicies.withoutChanges(), pdfObjects);
    }

    /** Of a file the one signature that covers all of it, under the same policy; all others are passed over. */
    public Optional<Reports> validateNewest(byte[] pdf, Locale locale) {
        return validate(pdf, locale, false, StrictPolicies.strict(), new NewestSignature());
    }

    private Optional<Reports> validate(
            byte[] pdf, Locale locale, boolean etsi, ValidationPolicy rules, IPdfObjFactory objects) {
        PDFDocumentValidator validator =
                new PDFDocumentValidator(new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF));
        validator.setPdfObjFactory(objects);
        return validate(validator, locale, etsi, rules);
    }

    /** The same for any other kind of signed file. */
    public Optional<Reports> validate(SignedDocumentValidator validator, Locale locale, boolean etsi) {
        return validate(validator, locale, etsi, StrictPolicies.strict());
    }

    private Optional<Reports> validate(
            SignedDocumentValidator validator, Locale locale, boolean etsi, ValidationPolicy rules) {
        validator.setCertificateVerifier(verifier());
        validator.setValidationTime(Date.from(clock.instant()));
        validator.setLocale(locale);
        validator.setEnableEtsiValidationReport(etsi);
        try {
            return Optional.of(KeptCrls.during(() -> validator.validateDocument(rules)));
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

    private CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trust);
        elsewhere.get().tell(verifier);
        return verifier;
    }

    private static IPdfObjFactory pdfObjects() {
        return new PdfBoxNativeObjectFactory() {
            @Override
            public PDFSignatureService newPAdESSignatureService() {
                return configure(new RevisionsReadOnce());
            }
        };
    }
}
