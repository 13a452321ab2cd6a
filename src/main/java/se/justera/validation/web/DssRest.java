package se.justera.validation.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import eu.europa.esig.dss.ws.dto.RemoteDocument;
import eu.europa.esig.dss.ws.validation.dto.DataToValidateDTO;
import eu.europa.esig.dss.ws.validation.dto.WSReportsDTO;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.justera.access.Problem;
import se.justera.access.ProblemAnswers;
import se.justera.validation.Validation;
import se.justera.validation.ValidationReport;
import se.justera.validation.Verdict;

/**
 * The call of DSS's own REST service ({@code dss-validation-rest}), for clients that know only that: under our strict
 * policy, whatever policy they would rather have. The reports agree with our verdict.
 */
@RestController
@Hidden
class DssRest {

    static final String ADDRESS = "/services/rest/validation/validateSignature";

    /** Room for names and what else stands around the file. */
    private static final long ENVELOPE = 1 << 20;

    private final Validation validation;
    private final DssJson json;
    private final ProblemAnswers answers;

    DssRest(@Qualifier(Validation.OF_UPLOADS) Validation validation, DssJson json, ProblemAnswers answers) {
        this.validation = validation;
        this.json = json;
        this.answers = answers;
    }

    /** Why a call gets a problem instead of reports. */
    private static final class Refused extends RuntimeException {

        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.code());
            this.problem = problem;
        }
    }

    @PostMapping(
            path = ADDRESS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] validateSignature(InputStream body, Locale locale) throws IOException {
        DataToValidateDTO order = read(body);
        RemoteDocument document = order.getSignedDocument();
        if (wantsOtherRules(order)) {
            throw refused("dss-policy");
        } else if (document == null || document.getBytes() == null || document.getDigestAlgorithm() != null) {
            throw refused("dss-digest");
        } else if (document.getBytes().length > validation.maxBytes()) {
            throw tooLarge();
        }
        ValidationReport report = validation.report(nameOf(document), document.getBytes(), locale);
        if (report.result().verdict() == Verdict.UNREADABLE) {
            throw new Refused(Problem.of(
                    HttpStatus.BAD_REQUEST, "dss-unreadable", report.result().reason()));
        }
        return json.write(new WSReportsDTO(
                report.engine().diagnostic(),
                report.engine().simple(),
                report.engine().detailed(),
                report.engine().etsi()));
    }

    private DataToValidateDTO read(InputStream body) throws IOException {
        try {
            // base64 takes four bytes for three
            int most = (int) Math.min(Integer.MAX_VALUE - 8, validation.maxBytes() / 3 * 4 + ENVELOPE);
            byte[] text = body.readNBytes(most + 1);
            if (text.length > most) {
                throw tooLarge();
            }
            return json.read(text);
        } catch (JsonProcessingException e) {
            throw refused("no-json");
        }
    }

    private static boolean wantsOtherRules(DataToValidateDTO order) {
        return order.getPolicy() != null
                || order.getCryptographicSuite() != null
                || order.getValidationTime() != null
                || isFilled(order.getEvidenceRecords())
                || isFilled(order.getOriginalDocuments());
    }

    private static boolean isFilled(@Nullable List<RemoteDocument> documents) {
        return documents != null && !documents.isEmpty();
    }

    private Refused tooLarge() {
        return new Refused(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", validation.maxBytes() >> 20));
    }

    private static Refused refused(String code) {
        return new Refused(Problem.of(HttpStatus.BAD_REQUEST, code));
    }

    private static String nameOf(RemoteDocument document) {
        return document.getName() == null ? "" : document.getName();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(Refused cause, HttpServletRequest request) {
        return answers.json(cause.problem, request);
    }
}
