package se.justera.invitation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.justera.access.PublicAddress;
import se.justera.kernel.ParticipantId;
import se.justera.kernel.Sha256;
import se.justera.minutes.Participant;

/** Links in the database, by the hash of their token. */
@Repository
class StoredInvitations implements Invitations {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient database;
    private final PublicAddress address;
    private final SecureRandom random;
    private final Clock clock;

    StoredInvitations(JdbcClient database, PublicAddress address, SecureRandom random, Clock clock) {
        this.database = database;
        this.address = address;
        this.random = random;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public URI issue(Participant participant) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        database.sql("insert into personal_link (token_hash, tenant_id, minutes_id, participant_id, issued_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        hash(token),
                        participant.tenant().value(),
                        participant.minutes().value(),
                        participant.id().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return address.of("/task/" + token);
    }

    @Override
    public Optional<ParticipantId> holder(String claimedToken) {
        return database.sql("select participant_id from personal_link where token_hash = ?")
                .param(hash(claimedToken))
                .query((row, n) -> new ParticipantId(row.getObject("participant_id", UUID.class)))
                .optional();
    }

    private static String hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
