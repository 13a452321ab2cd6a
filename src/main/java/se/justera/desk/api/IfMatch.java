package se.justera.desk.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.justera.desk.NoIfMatch;

/** The version that a writer has last seen, as If-Match says it (RFC 9110, 13.1.1). */
final class IfMatch {

    private static final Pattern OURS = Pattern.compile("\"(\\d{1,18})\"");

    /** No minutes ever have this version, so a tag that is not ours never matches. */
    private static final long NEVER = -1;

    private IfMatch() {}

    /**
     * The expected version; null for {@code *}, which takes whatever there is.
     *
     * @param header null or blank if the caller sent none
     * @param current the present version, asked only where the header names several
     * @throws NoIfMatch without a header
     */
    static @Nullable Long expected(@Nullable String header, LongSupplier current) {
        if (header == null || header.isBlank()) {
            throw new NoIfMatch();
        }
        if (header.strip().equals("*")) {
            return null;
        }
        List<Long> named = Arrays.stream(header.split(",", -1))
                .map(tag -> version(tag.strip()))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        long now = current.getAsLong();
        return named.contains(now) ? now : NEVER;
    }

    private static long version(String tag) {
        var matcher = OURS.matcher(tag);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : NEVER;
    }
}
