package se.justera.access;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Why a request is refused. Its words are the messages {@code problem.CODE.title} and {@code problem.CODE.detail}.
 *
 * @param code a few words joined by hyphens, the end of the problem's type
 * @param words arguments of the detail
 * @param properties what a program wants to know besides, e.g. {@code errors}
 */
public record Problem(
        HttpStatus status, String code, List<Object> words, Map<String, Object> properties, HttpHeaders headers) {

    public Problem {
        words = List.copyOf(words);
        properties = Map.copyOf(properties);
    }

    public static Problem of(HttpStatus status, String code, Object... words) {
        return new Problem(status, code, List.of(words), Map.of(), HttpHeaders.EMPTY);
    }

    /** The same problem, telling this besides. */
    public Problem with(String name, Object value) {
        return new Problem(status, code, words, Map.of(name, value), headers);
    }

    /** The same problem with headers of the answer, such as Allow. */
    public Problem with(HttpHeaders others) {
        return new Problem(status, code, words, properties, HttpHeaders.readOnlyHttpHeaders(others));
    }
}
