package se.justera.validation.online;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * The addresses of the public internet: what is not set aside for something else in the IANA's registries of
 * special-purpose addresses (RFC 6890). An address that only wraps one of IPv4 (NAT64, 6to4, Teredo) is none of them.
 */
final class PublicAddresses {

    private static final List<InetAddressMatcher> SET_ASIDE = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carriers' own (RFC 6598)
                    "127.0.0.0/8",
                    "169.254.0.0/16", // link-local
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocols
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and broadcast
                    "2001::/23", // protocols, Teredo among them
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20") // documentation
            .map(InetAddressMatchers::fromIpAddress)
            .toList();

    /** All that is given out of IPv6; loopback, ULA, link-local, multicast, mapped and NAT64 addresses lie outside. */
    private static final InetAddressMatcher GIVEN_OUT = InetAddressMatchers.fromIpAddress("2000::/3");

    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        boolean givenOut = address.getAddress().length == IPV4_BYTES || GIVEN_OUT.matches(address);
        return givenOut && SET_ASIDE.stream().noneMatch(range -> range.matches(address));
    }
}
