package se.justera.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of all features: none is missing in one language, and no page asks for one that is not there. */
class MessagesTests {

    private static final Pattern ASKED = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[}(]");

    static Stream<String> features() throws IOException {
        return resources("classpath*:messages/*_sv.properties").stream()
                .map(resource -> String.valueOf(resource.getFilename()).replace("_sv.properties", ""))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("features")
    void sayTheSameInBothLanguages(String feature) throws IOException {
        Properties swedish = bundle(feature, "sv");
        Properties english = bundle(feature, "en");
        assertThat(english.stringPropertyNames()).isEqualTo(swedish.stringPropertyNames());
        for (String key : swedish.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(swedish.getProperty(key)));
        }
    }

    @Test
    void areThereForEveryPage() throws IOException {
        Set<String> known = new HashSet<>();
        for (String feature : features().toList()) {
            known.addAll(bundle(feature, "sv").stringPropertyNames());
        }
        for (Resource template : resources("classpath*:templates/**/*.html")) {
            var asked = ASKED.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (asked.find()) {
                assertThat(known).as(String.valueOf(template.getFilename())).contains(asked.group(1));
            }
        }
    }

    /** Some are read as formats, in which ' quotes, and some are not; ’ means itself in both. */
    @ParameterizedTest
    @MethodSource("features")
    void haveNoApostropheThatSomeReadersDoubleOrSwallow(String feature) throws IOException {
        for (String language : List.of("sv", "en")) {
            Properties words = bundle(feature, language);
            assertThat(words.stringPropertyNames())
                    .filteredOn(key -> words.getProperty(key).contains("'"))
                    .isEmpty();
        }
    }

    private static int arguments(String message) {
        boolean formatted = message.matches("(?s).*\\{\\d.*");
        return formatted ? new MessageFormat(message).getFormatsByArgumentIndex().length : 0;
    }

    private static Properties bundle(String feature, String language) throws IOException {
        var resource = new ClassPathResource("messages/" + feature + "_" + language + ".properties");
        try (Reader text = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(text);
            return properties;
        }
    }

    private static List<Resource> resources(String pattern) throws IOException {
        return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
    }
}
