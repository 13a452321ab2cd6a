package se.justera.validation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the validation of uploads may do besides reading them.
 *
 * @param online whether it fetches the issuers, CRLs and OCSP answers that certificates in an upload point to; never from
 *     other than public addresses
 */
@ConfigurationProperties("justera.validation")
record OnlineSettings(@DefaultValue("false") boolean online) {}
