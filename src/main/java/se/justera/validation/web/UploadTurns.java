package se.justera.validation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.justera.validation.TooManyUploads;

/** How many files one address may have validated in a minute, wherever it sends them. */
@Configuration(proxyBeanMethods = false)
class UploadTurns implements WebMvcConfigurer {

    private static final int REMEMBERED = 100_000;

    private final UploadSettings settings;
    private final Clock clock;
    private final Cache<String, Integer> taken;

    UploadTurns(UploadSettings settings, Clock clock) {
        this.settings = settings;
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
            }
            return true;
        }
    }
}
