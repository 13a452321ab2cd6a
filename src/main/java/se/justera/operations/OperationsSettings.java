package se.justera.operations;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code justera.operations.*}.
 *
 * @param administrators the addresses that are told when keys expire
 * @param host organisation number of the association whose administrators look after the keys, where the service is run
 *     for several; where there is one, it is that one
 */
@Validated
@ConfigurationProperties("justera.operations")
record OperationsSettings(
        @DefaultValue List<@NotBlank @Email String> administrators,
        @Nullable String host) {

    OperationsSettings {
        administrators = List.copyOf(administrators);
    }
}
