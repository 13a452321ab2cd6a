package se.justera.desk.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as people in Sweden read them. */
@Component
class StockholmTime {

    private final DateTimeFormatter minute =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));

    String text(Instant at) {
        return minute.format(at);
    }

    @Nullable
    String textOrNull(@Nullable Instant at) {
        return at == null ? null : text(at);
    }
}
