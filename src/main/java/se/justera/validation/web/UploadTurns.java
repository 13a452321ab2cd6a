package se.justera.validation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.justera.validation.HeapShare;
import se.justera.validation.TooManyUploads;
import se.justera.validation.Validation;

/** How many files one address may have validated in a minute, wherever it sends them, and how many go at a time. */
@Configuration(proxyBeanMethods = false)
class UploadTurns implements WebMvcConfigurer {

    private static final int REMEMBERED = 100_000;

    private static final String PART = UploadTurns.class.getName() + ".part";

    private final UploadSettings settings;
    private final HeapShare heap;
    private final Validation validation;
    private final Clock clock;
    private final Cache<String, Integer> taken;

    UploadTurns(UploadSettings settings, HeapShare heap, Validation validation, Clock clock) {
        this.settings = settings;
        this.heap = heap;
        this.validation = validation;
        this.clock = clock;
        this.taken = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(Duration.ofMinutes(2))
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Turn()).addPathPatterns("/validate", "/api/v1/validations", DssRest.ADDRESS);
    }

    /** Counted by the minute of the clock, so that a steady stream is not shut out for good. */
    private void take(String address) {
        long minute = clock.instant().getEpochSecond() / 60;
        if (taken.asMap().merge(minute + " " + address, 1, Integer::sum) > settings.perMinute()) {
            throw new TooManyUploads();
        }
    }

    private final class Turn implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getMethod().equals("POST")) {
                take(request.getRemoteAddr());
                request.setAttribute(PART, heap.take(bytes(request), settings.patience()));
            }
            return true;
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
            if (request.getAttribute(PART) instanceof HeapShare.Part part) {
                part.giveBack();
            }
        }

        /** Who does not say how large it is may be as large as anything. */
        private long bytes(HttpServletRequest request) {
            long told = request.getContentLengthLong();
            return told < 0 ? validation.maxBytes() : Math.min(told, 2 * validation.maxBytes());
        }
    }
}
