package se.justera.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that lead to an address outside the document.
 *
 * @param address absolute, in ASCII, with the scheme http, https or mailto
 */
record Hyperlink(String words, String address) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /** Nothing, or a place in a page that is not there. What else stands in parentheses is shown to whoever signs it. */
    private static final Pattern NOWHERE = Pattern.compile("(?:#\\S*)?");

    /** Empty unless it is an address that a reader may safely follow. */
    static Optional<Hyperlink> of(String words, String claimedAddress) {
        try {
            var uri = new URI(claimedAddress.strip());
            boolean safe = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && (uri.getHost() != null || uri.isOpaque());
            return safe && !words.isBlank() ? Optional.of(new Hyperlink(words, uri.toASCIIString())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether an address that is none to follow says nothing to whoever reads it either. */
    static boolean leadsNowhere(String claimedAddress) {
        return NOWHERE.matcher(claimedAddress.strip()).matches();
    }
}
