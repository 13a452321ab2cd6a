package se.justera.validation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.justera.validation.WhatChanged;

/** What was seen to have changed in an upload, kept in memory as long as its report and under the same address. */
@Component
class KeptChanges {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final long BYTES = 48L << 20;

    private final Cache<String, WhatChanged> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(BYTES)
            .weigher((String address, WhatChanged changed) -> weight(changed))
            .build();

    private static int weight(WhatChanged changed) {
        return 1_000
                + changed.pages().stream()
                        .mapToInt(page -> length(page.before()) + length(page.after()))
                        .sum();
    }

    private static int length(byte @Nullable [] png) {
        return png == null ? 0 : png.length;
    }

    void keep(String address, WhatChanged changed) {
        kept.put(address, changed);
    }

    Optional<WhatChanged> find(String address) {
        return Optional.ofNullable(kept.getIfPresent(address));
    }

    /** The picture of a page, if it is there on that side of the change. */
    Optional<byte[]> picture(String address, int number, boolean before) {
        return find(address).stream()
                .flatMap(changed -> changed.pages().stream())
                .filter(page -> page.number() == number)
                .findFirst()
                .flatMap(page -> Optional.ofNullable(before ? page.before() : page.after()));
    }
}
