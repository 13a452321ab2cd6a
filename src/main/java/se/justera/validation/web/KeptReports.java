package se.justera.validation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.justera.validation.OwnDocuments.StoredRevision;
import se.justera.validation.ValidationReport;
import se.justera.validation.ValidationResult;
import se.justera.validation.engine.EngineReports;

/**
 * What was said of an upload, for half an hour in memory under an address that nobody can guess: so that the page can be
 * read again in the other language, and its reports fetched, without the file, which is gone.
 */
@Component
class KeptReports {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final long BYTES = 48L << 20;

    private final SecureRandom random;
    private final Cache<String, Kept> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(BYTES)
            .weigher((String id, Kept report) -> report.weight())
            .build();

    KeptReports(SecureRandom random) {
        this.random = random;
    }

    /** One report in both languages. */
    record Kept(
            ValidationResult swedish,
            ValidationResult english,
            boolean signed,
            ReportModel.Ground ground,
            @Nullable StoredRevision own,
            Map<EngineReports.Kind, byte[]> xml) {

        ValidationResult in(Locale locale) {
            return locale.getLanguage().equals("sv") ? swedish : english;
        }

        byte[] xml(EngineReports.Kind kind) {
            return xml.getOrDefault(kind, new byte[0]);
        }

        @Nullable
        String simple() {
            return signed ? new String(xml(EngineReports.Kind.SIMPLE), StandardCharsets.UTF_8) : null;
        }

        int weight() {
            return 10_000
                    + xml.values().stream().mapToInt(bytes -> bytes.length).sum();
        }
    }

    /** @return the last part of the address */
    String keep(ValidationReport report, ReportModel.Ground ground) {
        Map<EngineReports.Kind, byte[]> xml = new EnumMap<>(EngineReports.Kind.class);
        for (EngineReports.Kind kind : EngineReports.Kind.values()) {
            xml.put(kind, report.engine().xml(kind).getBytes(StandardCharsets.UTF_8));
        }
        byte[] id = new byte[16];
        random.nextBytes(id);
        String address = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        kept.put(
                address,
                new Kept(report.swedish(), report.english(), report.engine().signed(), ground, report.own(), xml));
        return address;
    }

    Optional<Kept> find(String address) {
        return Optional.ofNullable(kept.getIfPresent(address));
    }
}
