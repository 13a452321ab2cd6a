package se.justera.signing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * {@code justera.signing.*}.
 *
 * @param algorithms the table that says until when which algorithm is strong
 */
@ConfigurationProperties("justera.signing")
record SigningSettings(@DefaultValue(SigningSettings.TABLE) Resource algorithms) {

    static final String TABLE = "classpath:policy/ts-119-312.csv";
}
