package se.justera.validation.online;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where an upload may make the service call.
 *
 * @param addresses that a host's name may lead to; one that is not among them refuses the host
 * @param ports besides those that the schemes imply
 */
public record CallRule(Predicate<InetAddress> addresses, IntPredicate ports) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Read as a number by some, and by others as another one: octal, hexadecimal, or all in one. */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?\\d[^.]*\\.?");

    private static final Pattern PLAIN_IPV4 = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

    /** Public addresses only, on the ports of the web. */
    public static CallRule publicWeb() {
        return new CallRule(PublicAddresses::contains, port -> false);
    }

    /** The address as it may be called, as far as it can be told before its host's name is resolved. */
    URI checked(String claimedAddress) throws NotCalled {
        URI address = parsed(claimedAddress);
        String host = address.getHost();
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
            throw new NotCalled("it is neither http nor https");
        } else if (host == null
                || (NUMERIC.matcher(host).matches() && !PLAIN_IPV4.matcher(host).matches())) {
            throw new NotCalled("its host is no name and no plain address");
        } else if (address.getRawUserInfo() != null) {
            throw new NotCalled("it holds credentials");
        }
        int port = address.getPort();
        if (port != -1 && port != HTTP && port != HTTPS && !ports.test(port)) {
            throw new NotCalled("its port is not one of the web");
        }
        return address;
    }

    private static URI parsed(String claimedAddress) throws NotCalled {
        try {
            return new URI(claimedAddress);
        } catch (URISyntaxException e) {
            throw new NotCalled("it is no address");
        }
    }

    /** All addresses of a host, which are then the only ones to be connected to. */
    InetAddress[] allowed(InetAddress[] resolved) throws UnknownHostException {
        for (InetAddress address : resolved) {
            if (!addresses.test(address)) {
                throw new NotPublic();
            }
        }
        return resolved;
    }

    /** A host of which one address at least is none to be called. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic() {
            super("its host has an address that is not public");
        }
    }
}
