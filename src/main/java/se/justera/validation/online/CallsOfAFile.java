package se.justera.validation.online;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.justera.kernel.Sha256;

/** What one file makes the service fetch, each thing once. Of one thread. */
final class CallsOfAFile {

    private static final Logger log = LoggerFactory.getLogger(CallsOfAFile.class);

    private static final ContentType OCSP = ContentType.create("application/ocsp-request");
    private static final int LONGEST_NAME = 100;

    private record Asked(String address, @Nullable Sha256 question) {}

    private final GuardedHttp http;
    private final CallRule rule;
    private final CallLimits limits;
    private final Map<Asked, Optional<byte[]>> answers = new HashMap<>();
    private int calls;
    private long bytes;
    private Duration left;

    CallsOfAFile(GuardedHttp http, CallRule rule, CallLimits limits) {
        this.http = http;
        this.rule = rule;
        this.limits = limits;
        this.bytes = limits.bytes().toBytes();
        this.left = limits.all();
    }

    /**
     * What the address answers; empty where it is refused or does not answer as it should.
     *
     * @param question an OCSP request, or nothing
     */
    Optional<byte[]> answer(String claimedAddress, byte @Nullable [] question, long largest) {
        Asked asked = new Asked(claimedAddress, question == null ? null : Sha256.of(question));
        Optional<byte[]> known = answers.get(asked);
        if (known == null) {
            known = asked(claimedAddress, question, largest);
            answers.put(asked, known);
        }
        return known;
    }

    private Optional<byte[]> asked(String claimedAddress, byte @Nullable [] question, long largest) {
        if (calls == limits.calls()) {
            log.debug("a file names more than {} addresses: the others are not called", calls);
            return Optional.empty();
        }
        calls++;
        String place = "an address";
        try {
            URI address = rule.checked(claimedAddress);
            place = place(address);
            return Optional.of(called(address, question, largest));
        } catch (IOException e) {
            log.info("a certificate in a file names {}, which gives nothing: {}", place, reason(e));
            return Optional.empty();
        }
    }

    private byte[] called(URI address, byte @Nullable [] question, long largest) throws IOException {
        if (left.isNegative() || bytes == 0) {
            throw new NotCalled("the file has had its share of time and bytes");
        }
        HttpUriRequestBase request = question == null ? new HttpGet(address) : new HttpPost(address);
        if (question != null) {
            request.setEntity(new ByteArrayEntity(question, OCSP));
        }
        long begun = System.nanoTime();
        try {
            Duration patience = left.compareTo(limits.each()) < 0 ? left : limits.each();
            byte[] answer = http.fetch(request, Math.min(largest, bytes), patience);
            bytes -= answer.length;
            return answer;
        } finally {
            left = left.minusNanos(System.nanoTime() - begun);
        }
    }

    /** Without path and query, which may be secret; a host's name has no odd characters (RFC 2396, 3.2.2). */
    private static String place(URI address) {
        String host = address.getHost();
        String name = host.substring(0, Math.min(host.length(), LONGEST_NAME));
        return address.getScheme() + "://" + name + (address.getPort() == -1 ? "" : ":" + address.getPort());
    }

    /** Other exceptions repeat what the other end has sent. */
    private static String reason(IOException e) {
        boolean ours = e instanceof NotCalled || e instanceof CallRule.NotPublic;
        return ours ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
    }
}
