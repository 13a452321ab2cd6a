package se.justera.validation.engine;

import eu.europa.esig.dss.diagnostic.AbstractSignatureWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.QCTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureQualification;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Identified;
import se.justera.trust.ReadAuthenticationContext;
import se.justera.validation.ValidationResult.ChangesAfter;
import se.justera.validation.ValidationResult.Kind;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.ValidationResult.SignerName;
import se.justera.validation.ValidationResult.TimestampResult;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.SignatureSlot;

/** DSS's reports in our words. */
public final class EngineAnswer {

    private final Reports reports;
    private final List<SignatureSlot> slots;

    /** @param slots the signatures as they lie in the file; DSS's are recognised by their byte ranges */
    public EngineAnswer(Reports reports, List<SignatureSlot> slots) {
        this.reports = reports;
        this.slots = slots;
    }

    /** The fields whose signatures and document time-stamps DSS could read. */
    public Set<String> answeredFields() {
        DiagnosticData data = reports.getDiagnosticData();
        Set<String> fields = new HashSet<>();
        Stream.concat(data.getSignatures().stream(), data.getTimestampList().stream())
                .map(this::fieldOf)
                .flatMap(Optional::stream)
                .forEach(fields::add);
        return fields;
    }

    private Optional<String> fieldOf(AbstractSignatureWrapper signature) {
        if (signature.getPDFRevision() == null || signature.getSignatureByteRange() == null) {
            return Optional.empty();
        }
        List<Integer> range = signature.getSignatureByteRange().stream()
                .map(BigInteger::intValue)
                .toList();
        boolean timestamp = signature instanceof TimestampWrapper;
        return slots.stream()
                .filter(slot ->
                        slot.timestamp() == timestamp && slot.byteRange().equals(range))
                .map(SignatureSlot::field)
                .findFirst();
    }

    /** What DSS found wrong with the signatures, and with time-stamps that do not hold. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (SignatureWrapper signature : reports.getDiagnosticData().getSignatures()) {
            findings.addAll(new SignatureJudgement(signature, fieldOf(signature).orElse(null), reports).findings());
        }
        for (TimestampWrapper timestamp : reports.getDiagnosticData().getTimestampList()) {
            if (!intact(timestamp)) {
                findings.add(Finding.of(
                        cannotBeChecked(timestamp) ? Fault.TIMESTAMP_UNKNOWN : Fault.TIMESTAMP_BROKEN, null));
            } else if (!timestamp.isTrustedChain()) {
                findings.add(Finding.of(Fault.TIMESTAMP_UNTRUSTED, null));
            }
        }
        return findings;
    }

    /** The time-stamp fits, but the certificate that it was made with is not at hand. */
    private static boolean cannotBeChecked(TimestampWrapper timestamp) {
        return timestamp.isMessageImprintDataFound()
                && timestamp.isMessageImprintDataIntact()
                && !timestamp.isSigningCertificateIdentified();
    }

    /** The signature in a field as DSS sees it; what came after it is for others to say. */
    public Optional<SignatureResult> signature(String field) {
        return reports.getDiagnosticData().getSignatures().stream()
                .filter(signature -> fieldOf(signature).filter(field::equals).isPresent())
                .findFirst()
                .map(this::result);
    }

    /** All signatures, in DSS's order: for files that are no PDFs. */
    public List<SignatureResult> signatures() {
        return reports.getDiagnosticData().getSignatures().stream()
                .filter(signature -> !signature.isCounterSignature())
                .map(this::result)
                .toList();
    }

    private SignatureResult result(SignatureWrapper signature) {
        SignatureJudgement judgement = new SignatureJudgement(signature, null, reports);
        CertificateWrapper certificate = signature.getSigningCertificate();
        SubIndication subIndication = judgement.subIndication();
        return new SignatureResult(
                signature.getId(),
                kind(certificate),
                signer(certificate),
                role(signature),
                signature.getReason(),
                instant(signature.getClaimedSigningTime()),
                signature.getSignatureFormat().name(),
                judgement.indication().name(),
                subIndication == null ? null : subIndication.name(),
                judgement.intact(),
                signature.isTrustedChain(),
                ChangesAfter.NONE,
                false,
                qualification(signature.getId()),
                identified(signature));
    }

    public List<TimestampResult> timestamps() {
        return reports.getDiagnosticData().getTimestampList().stream()
                .map(timestamp -> new TimestampResult(
                        timestamp.getId(),
                        kind(timestamp.getType()),
                        instant(timestamp.getProductionTime()),
                        indication(timestamp),
                        intact(timestamp),
                        timestamp.isTrustedChain()))
                .toList();
    }

    private static boolean intact(TimestampWrapper timestamp) {
        return timestamp.isMessageImprintDataFound()
                && timestamp.isMessageImprintDataIntact()
                && timestamp.isSignatureIntact()
                && timestamp.isSignatureValid();
    }

    private String indication(TimestampWrapper timestamp) {
        Indication indication = reports.getDetailedReport().getBasicTimestampValidationIndication(timestamp.getId());
        return indication == null ? Indication.INDETERMINATE.name() : indication.name();
    }

    private static String kind(TimestampType type) {
        return switch (type) {
            case DOCUMENT_TIMESTAMP -> "DOCUMENT";
            case SIGNATURE_TIMESTAMP -> "SIGNATURE";
            default -> type.name().replace("_TIMESTAMP", "");
        };
    }

    private @Nullable Identified identified(SignatureWrapper signature) {
        return fieldOf(signature).stream()
                .flatMap(field -> slots.stream().filter(slot -> slot.field().equals(field)))
                .map(SignatureSlot::contents)
                .flatMap(Stream::ofNullable)
                .flatMap(container -> SignersCertificate.in(container).stream())
                .flatMap(certificate -> ReadAuthenticationContext.of(certificate).stream())
                .findFirst()
                .orElse(null);
    }

    private static Kind kind(@Nullable CertificateWrapper certificate) {
        if (certificate == null) {
            return Kind.SIGNATURE;
        }
        boolean noPerson = certificate.getGivenName() == null
                && certificate.getSurname() == null
                && certificate.getPseudo() == null;
        boolean organisationAlone = noPerson && certificate.getOrganizationName() != null;
        return organisationAlone || certificate.getQcTypes().contains(QCTypeEnum.QCT_ESEAL)
                ? Kind.SEAL
                : Kind.SIGNATURE;
    }

    private static SignerName signer(@Nullable CertificateWrapper certificate) {
        return certificate == null
                ? new SignerName(null, null)
                : new SignerName(certificate.getReadableCertificateName(), certificate.getOrganizationName());
    }

    private static @Nullable String role(SignatureWrapper signature) {
        List<String> roles = signature.getSignerRoleDetails(signature.getClaimedRoles());
        return roles.isEmpty() ? null : String.join(", ", roles);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private String qualification(String id) {
        SignatureQualification qualification = reports.getSimpleReport().getSignatureQualification(id);
        return qualification == null ? SignatureQualification.NA.getReadable() : qualification.getReadable();
    }
}
