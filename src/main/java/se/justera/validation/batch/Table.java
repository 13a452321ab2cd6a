package se.justera.validation.batch;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.validation.ValidationResult;
import se.justera.validation.ValidationResult.SignatureResult;
import se.justera.validation.ValidationResult.SignerName;
import tools.jackson.databind.json.JsonMapper;

/** How results are written, one a line. */
public enum Table {
    /** Verdict, file and sentence, for people. */
    TEXT {
        @Override
        public String line(ValidationResult result) {
            return plain(result.verdict() + "  " + result.file() + "  " + result.reason());
        }
    },
    /** The contract's object. */
    NDJSON {
        @Override
        public String line(ValidationResult result) {
            return MAPPER.writeValueAsString(result);
        }
    },
    /** A spreadsheet's table (RFC 4180). */
    CSV {
        @Override
        public List<String> head() {
            return List.of(row(COLUMNS.stream()));
        }

        @Override
        public String line(ValidationResult result) {
            return row(Stream.of(
                    result.file(),
                    result.sha256(),
                    result.verdict().name(),
                    result.reason(),
                    result.pages(),
                    result.signatures().size(),
                    joined(result.signatures().stream()
                            .map(SignatureResult::signer)
                            .map(SignerName::name)),
                    joined(result.signatures().stream().map(SignatureResult::role)),
                    joined(result.signatures().stream().map(SignatureResult::signingTime)),
                    result.timestamps().size(),
                    joined(result.warnings().stream())));
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> COLUMNS = List.of(
            "file",
            "sha256",
            "verdict",
            "reason",
            "pages",
            "signatures",
            "signers",
            "roles",
            "signingTimes",
            "timestamps",
            "warnings");

    /** What stands before the first line. */
    public List<String> head() {
        return List.of();
    }

    /** Without the line's end; there is none inside it. */
    public abstract String line(ValidationResult result);

    private static String joined(Stream<? extends @Nullable Object> values) {
        return values.filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining("; "));
    }

    private static String row(Stream<? extends @Nullable Object> cells) {
        return cells.map(cell -> cell == null ? "" : cell(plain(cell.toString())))
                .collect(Collectors.joining(","));
    }

    /** A cell that a spreadsheet takes for a formula is one no more; names in files are anybody's. */
    private static String cell(String text) {
        String safe = text.matches("[=+@\\-\\t].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",;\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Names in files may hold line ends and commands to the terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
