package se.justera.signing;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.justera.signing.CscCredential.AuthObject;
import tools.jackson.databind.JsonNode;

/**
 * Keys that a remote signing service keeps for the signers (CSC API v2): with a qualified provider the signatures are
 * qualified. The service is authorized as a whole, each signature by its signer.
 */
@Component
@Order(2)
class CscKeys implements KeySource {

    static final String NAME = "csc";

    private static final int NON_REPUDIATION = 1;

    private final CscSettings settings;
    private final CscCalls calls;
    private final Clock clock;

    CscKeys(CscSettings settings, Clock clock) {
        this.settings = settings;
        this.calls = new CscCalls(settings, clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isThere() {
        return settings.url() != null;
    }

    @Override
    public PersonalKey keyFor(SignatureOrder order) {
        CscCredential credential = credential(order);
        return new CscKey(settings, calls, clock, credential, answers(credential, order.key()));
    }

    /** The first that can be used; if there is none, what is wrong with the last. */
    private CscCredential credential(SignatureOrder order) {
        JsonNode ids = calls.call(
                        "credentials/list", Map.of("userID", order.key().holder()))
                .body()
                .path("credentialIDs");
        KeyRefused wrong = new KeyRefused(settings.name(), "it knows none");
        for (JsonNode id : ids) {
            try {
                CscCredential credential = info(id.asString(""));
                requireUsable(credential, order.signer());
                return credential;
            } catch (KeyRefused e) {
                wrong = e;
            }
        }
        throw wrong;
    }

    private CscCredential info(String id) {
        Map<String, Object> input = Map.of("credentialID", id, "certificates", "chain", "authInfo", true);
        try {
            return CscCredential.read(id, calls.call("credentials/info", input).body());
        } catch (CertificateException e) {
            throw refused("its certificate cannot be read");
        }
    }

    private void requireUsable(CscCredential credential, Signer signer) {
        if (!credential.keyEnabled()) {
            throw refused("it is disabled");
        }
        if (!credential.certificateStatus().equals("valid")) {
            throw refused("its certificate is " + credential.certificateStatus().replaceAll("[^a-z]", ""));
        }
        if (!credential.hasChain()) {
            throw refused("its certificate comes without those above it");
        }
        X509Certificate certificate = credential.chain().get(0);
        Instant now = clock.instant();
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant())) {
            throw refused("its certificate has expired or is not valid yet");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[NON_REPUDIATION]) {
            throw refused("its certificate is not for signatures");
        }
        if (!CertificateNames.name(certificate, signer.name())) {
            throw refused("its certificate names another person");
        }
        if (!credential.authMode().equals("explicit") && !credential.authMode().equals("implicit")) {
            throw refused("it is authorized in a way that is not supported here (oauth2code)");
        }
        if (!credential.objects().stream().allMatch(AuthObject::known)) {
            throw refused("it wants something that is not known here");
        }
    }

    /** What goes into {@code authData}; where something is missing, the signer is asked for it. */
    private List<Map<String, Object>> answers(CscCredential credential, KeyChoice choice) {
        List<Map<String, Object>> given = new ArrayList<>();
        List<AuthObject> missing = new ArrayList<>();
        for (AuthObject object : credential.objects()) {
            String answer = choice.claimedAnswers().getOrDefault(object.id(), "");
            if (object.outOfBand()) {
                given.add(Map.of("id", object.id()));
            } else if (answer.isBlank()) {
                missing.add(object);
            } else {
                given.add(Map.of("id", object.id(), "value", answer.strip()));
            }
        }
        if (!missing.isEmpty() && (given.isEmpty() || !credential.anyWillDo())) {
            throw wanted(credential);
        }
        return given;
    }

    private KeyAnswersWanted wanted(CscCredential credential) {
        List<KeyAnswersWanted.Field> fields = new ArrayList<>();
        for (AuthObject object : credential.objects()) {
            if (!object.outOfBand()) {
                String challenge = object.needsChallenge() ? challenge(credential, object) : "";
                String hint = (object.description() + " " + challenge).strip();
                fields.add(new KeyAnswersWanted.Field(object.id(), object.label(), hint, object.numeric()));
            }
        }
        return new KeyAnswersWanted(fields);
    }

    /** Sent to the signer by the service itself, or to be shown to them. */
    private String challenge(CscCredential credential, AuthObject object) {
        return calls.call(
                        "credentials/getChallenge",
                        Map.of("credentialID", credential.id(), "authObjectID", object.id()))
                .body()
                .path("challenge")
                .asString("");
    }

    private KeyRefused refused(String why) {
        return new KeyRefused(settings.name(), why);
    }
}
