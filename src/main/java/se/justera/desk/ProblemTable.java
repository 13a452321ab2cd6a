package se.justera.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import se.justera.access.Problem;
import se.justera.intake.NotADraft;
import se.justera.minutes.BadDraft;
import se.justera.minutes.MinutesRefused;
import se.justera.minutes.NotSubmittable;
import se.justera.minutes.Shortcoming;
import se.justera.process.StepNotWaiting;
import se.justera.signing.SigningFailed;
import se.justera.validation.Busy;
import se.justera.validation.TooManyUploads;
import tools.jackson.databind.DatabindException;

/** The one table of what is refused with which status and in which words. The first row that fits counts. */
@Component
class ProblemTable {

    private final MessageSource messages;
    private final List<Row<?>> rows;

    ProblemTable(MessageSource messages) {
        this.messages = messages;
        this.rows = List.of(
                row(MinutesRefused.Unknown.class, HttpStatus.NOT_FOUND, "unknown"),
                new Row<>(MinutesRefused.WrongState.class, this::wrongState),
                row(MinutesRefused.AlreadyDone.class, HttpStatus.CONFLICT, "already-done"),
                row(StepNotWaiting.class, HttpStatus.CONFLICT, "already-done"),
                row(MinutesRefused.Stale.class, HttpStatus.PRECONDITION_FAILED, "stale"),
                row(NoIfMatch.class, HttpStatus.PRECONDITION_REQUIRED, "no-if-match"),
                row(MinutesRefused.NotTheirs.class, HttpStatus.FORBIDDEN, "not-allowed"),
                new Row<>(MinutesRefused.Wanting.class, this::wanting),
                new Row<>(NotSubmittable.class, this::notSubmittable),
                new Row<>(NotExtractable.class, this::notExtractable),
                row(SigningFailed.class, HttpStatus.SERVICE_UNAVAILABLE, "cannot-seal"),
                new Row<>(NotADraft.class, ProblemTable::notADraft),
                row(MaxUploadSizeExceededException.class, HttpStatus.CONTENT_TOO_LARGE, "too-large"),
                row(Busy.class, HttpStatus.SERVICE_UNAVAILABLE, "busy"),
                row(TooManyUploads.class, HttpStatus.TOO_MANY_REQUESTS, "too-many-uploads"),
                row(MultipartException.class, HttpStatus.BAD_REQUEST, "bad-upload"),
                new Row<>(BadDraft.class, ProblemTable::badDraft),
                new Row<>(HttpMessageNotReadableException.class, ProblemTable::unreadable),
                new Row<>(MethodArgumentTypeMismatchException.class, ProblemTable::badParameter));
    }

    /** Never without an answer: what no row knows is our own bug, a 500 without details. */
    Problem problemOf(Exception cause, Locale locale) {
        return rows.stream()
                .filter(row -> row.cause().isInstance(cause))
                .findFirst()
                .map(row -> row.answer(cause, locale))
                .orElseGet(() -> frameworks(cause));
    }

    private static Problem frameworks(Exception cause) {
        if (cause instanceof ErrorResponse answer) {
            return withStatus(HttpStatus.valueOf(answer.getStatusCode().value()))
                    .with(answer.getHeaders());
        }
        return cause instanceof InvalidParameterException unreadable
                ? withStatus(HttpStatus.valueOf(unreadable.getErrorCode()))
                : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "our-fault");
    }

    private static Problem withStatus(HttpStatus status) {
        String code = switch (status) {
            case NOT_FOUND -> "unknown";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.is5xxServerError() ? "our-fault" : "bad-request";
        };
        return Problem.of(status, code);
    }

    private Problem wrongState(MinutesRefused.WrongState refused, Locale locale) {
        String state = messages.getMessage("desk.state." + refused.state(), null, locale);
        return Problem.of(HttpStatus.CONFLICT, "wrong-state", state).with("state", refused.state());
    }

    private Problem wanting(MinutesRefused.Wanting refused, Locale locale) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "wanting")
                .with("errors", List.of(error(refused.at(), "wanting." + lastWord(refused.at()), locale)));
    }

    private Problem notSubmittable(NotSubmittable refused, Locale locale) {
        List<Map<String, String>> errors = refused.shortcomings().stream()
                .map(shortcoming -> error(shortcoming, locale))
                .toList();
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-submittable", errors.size())
                .with("errors", errors);
    }

    private Problem notExtractable(NotExtractable refused, Locale locale) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused.wanted())
                .with("errors", List.of(error(refused.at(), "extract." + refused.code(), locale)));
    }

    private Map<String, String> error(Shortcoming shortcoming, Locale locale) {
        return error(shortcoming.at(), "shortcoming." + shortcoming.kind(), locale);
    }

    private Map<String, String> error(String at, String key, Locale locale) {
        return Map.of(
                "at", at,
                "text", word(key + ".text", "wanting.text", locale),
                "hint", word(key + ".hint", "wanting.hint", locale));
    }

    private String word(String key, String otherwise, Locale locale) {
        String general = messages.getMessage(otherwise, null, locale);
        return String.valueOf(messages.getMessage(key, null, general, locale));
    }

    private static String lastWord(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static Problem notADraft(NotADraft refused, Locale locale) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-a-draft", String.valueOf(refused.getMessage()));
    }

    private static Problem badParameter(MethodArgumentTypeMismatchException refused, Locale locale) {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad-parameter", refused.getName());
    }

    private static Problem badDraft(BadDraft refused, Locale locale) {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad-draft", refused.sentence(locale))
                .with("at", refused.pointer());
    }

    private static Problem unreadable(HttpMessageNotReadableException refused, Locale locale) {
        if (refused.getCause() instanceof DatabindException mismatch) {
            return Problem.of(HttpStatus.BAD_REQUEST, "bad-shape", Pointers.to(mismatch))
                    .with("at", Pointers.to(mismatch));
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "no-json");
    }

    private static <E extends Exception> Row<E> row(Class<E> cause, HttpStatus status, String code) {
        return new Row<>(cause, (refused, locale) -> Problem.of(status, code));
    }

    /** One cause and its answer. */
    private record Row<E extends Exception>(Class<E> cause, BiFunction<E, Locale, Problem> words) {

        Problem answer(Exception refused, Locale locale) {
            return words.apply(cause.cast(refused), locale);
        }
    }
}
