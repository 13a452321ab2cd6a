package se.justera.validation.engine;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/** The strict policy: read once, on a thread of its own, so that whoever starts can do something else meanwhile. */
final class StrictPolicies {

    private static final String POLICY = "/policy/strict.xml";
    /** What our own comparison of revisions answers more strictly, and knowing what other products write. */
    private static final Pattern OWN_MATTER =
            Pattern.compile("<(UndefinedChanges|AnnotationChanges|DocMDP|PdfVisualDifference) Level=\"FAIL\"");

    private static final FutureTask<ValidationPolicy> STRICT = new FutureTask<>(() -> policy(text()));

    static {
        Thread reader = new Thread(STRICT, "policy");
        reader.setDaemon(true);
        reader.start();
    }

    private StrictPolicies() {}

    /** Loading this class is what begins the reading. */
    static void begin() {}

    static ValidationPolicy strict() {
        try {
            return STRICT.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(POLICY + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The same without what our own comparison answers; read when it is first needed, which is seldom. */
    static ValidationPolicy withoutChanges() {
        return WithoutChanges.POLICY;
    }

    private static final class WithoutChanges {

        private static final ValidationPolicy POLICY =
                policy(OWN_MATTER.matcher(text()).replaceAll("<$1 Level=\"WARN\""));
    }

    private static String text() {
        try (InputStream xml = StrictPolicies.class.getResourceAsStream(POLICY)) {
            if (xml == null) {
                throw new IllegalStateException(POLICY + " is missing in the jar");
            }
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidationPolicy policy(String xml) {
        try {
            return new PolicyWithTables(ValidationPolicyFacade.newFacade()
                    .unmarshall(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new IllegalStateException(POLICY + " is no validation policy", e);
        }
    }
}
