package se.justera.identification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.Sha256;
import se.justera.kernel.TenantId;
import se.justera.notify.Letter;
import se.justera.notify.LetterNotSent;
import se.justera.notify.PostOffice;

/** One-time codes by mail. A wrong try counts even though the request that made it fails. */
@Service
class MailCodes implements IdentificationMethod {

    static final String METHOD = "mail-code";
    static final String LABEL = "engångskod via e-post";
    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final Duration LOCKED_FOR = Duration.ofMinutes(10);
    static final int TRIES = 3;
    static final int CODES_IN_A_WINDOW = 6;

    private final CodeStore store;
    private final PostOffice post;
    private final SecureRandom random;
    private final Clock clock;

    MailCodes(CodeStore store, PostOffice post, SecureRandom random, Clock clock) {
        this.store = store;
        this.post = post;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Offer offer() {
        return new Offer(METHOD, "", Offer.Kind.CODE, Level.LOW);
    }

    @Override
    public boolean isOpenTo(Claimant person) {
        return true;
    }

    @Override
    public Begun begin(Claimant person, Browser browser) {
        requestCode(person.tenant(), person.participant(), person.email(), person.about());
        return Begun.here();
    }

    @Override
    @Transactional(noRollbackFor = {WrongCode.class, TooManyTries.class})
    public Identification complete(Claimant person, Browser browser, Map<String, String> claimedAnswer) {
        return check(person.tenant(), person.participant(), claimedAnswer.getOrDefault("code", ""));
    }

    private void requestCode(TenantId tenant, ParticipantId participant, String email, String about) {
        Instant now = clock.instant();
        Optional<SentCode> before = store.find(participant);
        before.ifPresent(sent -> sent.refuseIfTooMany(now));
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String saltHex = HexFormat.of().formatHex(salt);
        try {
            store.save(tenant, SentCode.fresh(participant, saltHex, hash(saltHex, code), now, before));
        } catch (DuplicateKeyException e) {
            return; // asked for twice at the same moment: the other code is on its way
        }
        mail(new Letter(email, "code", Map.of("code", code, "about", about, "minutes", GOOD_FOR.toMinutes())));
    }

    private Identification check(TenantId tenant, ParticipantId participant, String claimedCode) {
        Instant now = clock.instant();
        SentCode sent = store.lock(participant).orElseThrow(WrongCode::new);
        sent.refuseIfLocked(now);
        String digits = claimedCode.replaceAll("\\s", "");
        boolean right = now.isBefore(sent.expiresAt())
                && MessageDigest.isEqual(bytes(sent.codeHash()), bytes(hash(sent.salt(), digits)));
        if (!right) {
            SentCode counted = sent.wrongTry(now);
            store.save(tenant, counted);
            counted.refuseIfLocked(now);
            throw new WrongCode();
        }
        store.remove(participant);
        return new Identification(METHOD, LABEL, Level.LOW.named(), null, "", now);
    }

    boolean awaitsCode(ParticipantId participant) {
        Instant now = clock.instant();
        return store.find(participant)
                .filter(sent -> sent.lockedUntil() == null && now.isBefore(sent.expiresAt()))
                .isPresent();
    }

    void forget(ParticipantId participant) {
        store.remove(participant);
    }

    private void mail(Letter letter) {
        try {
            post.send(letter);
        } catch (LetterNotSent e) {
            throw new CodeNotSent(e);
        }
    }

    private static String hash(String salt, String code) {
        return Sha256.of(bytes(salt + ":" + code)).hex();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
