package se.justera.trust;

import eu.europa.esig.dss.spi.x509.CertificateSource;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The trusted lists of the settings: those in files are read at start-up, those on the net in the background. A list that
 * is not there is never passed over in silence.
 */
@Component
public class TrustedLists {

    private static final Logger log = LoggerFactory.getLogger(TrustedLists.class);

    private final TrustedListSettings settings;
    private final List<NamedList> files = new ArrayList<>();
    private final Optional<ListOfLists> lotl;
    private final Clock clock;
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "trusted-lists"));

    /** A list in a file, read once. */
    private record NamedList(CertificateSource source, ListState state) {}

    TrustedLists(TrustedListSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        settings.files().forEach(file -> files.add(read(file)));
        this.lotl = settings.lotlUrl() == null ? Optional.empty() : Optional.of(new ListOfLists(settings, clock));
    }

    private NamedList read(String file) {
        try (InputStream in = Locations.of(file).getInputStream()) {
            TrustedList list = TrustedList.read(in.readAllBytes());
            return new NamedList(list.source(), ListState.of(file, list.info(), true, clock.instant()));
        } catch (IOException e) {
            throw new KeysUnusable(
                    "The trusted list that justera.trust.lists.files names (%s) cannot be read: %s."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("FutureReturnValueIgnored") // what it would throw is logged
    void start() {
        lotl.ifPresent(lists -> {
            background.execute(() -> quietly(lists::readCache));
            background.scheduleWithFixedDelay(
                    () -> quietly(lists::fetch), 0, settings.refresh().toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** A scheduled task that throws is not run again. */
    private static void quietly(Runnable refresh) {
        try {
            refresh.run();
        } catch (RuntimeException e) {
            log.warn("the trusted lists could not be refreshed: {}", e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    Optional<ListOfLists> lotl() {
        return lotl;
    }

    /** What the lists vouch for, for DSS; changes as they are refreshed. */
    public List<CertificateSource> sources() {
        return Stream.concat(
                        files.stream().map(NamedList::source), lotl.stream().map(ListOfLists::source))
                .toList();
    }

    /** All lists, usable or not. */
    public List<ListState> states() {
        return Stream.concat(
                        files.stream().map(NamedList::state), lotl.stream().flatMap(lists -> lists.states().stream()))
                .toList();
    }

    /** Those that should vouch for something and cannot, by whose they are. */
    public List<String> missing() {
        return states().stream()
                .filter(state -> !state.usable())
                .map(ListState::label)
                .toList();
    }
}
