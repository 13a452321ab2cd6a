package se.justera.trust.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import se.justera.trust.PublishedAuthority;

/** Lets questions to OCSP through that stand in the address. */
@Configuration(proxyBeanMethods = false)
class OcspConfiguration {

    @Bean
    FilterRegistrationBean<OcspByGet> ocspByGet(PublishedAuthority authority, CallLimit limit) {
        var registration = new FilterRegistrationBean<>(new OcspByGet(authority, limit));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    /** Everywhere else Spring's firewall refuses an encoded slash, as the server did. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInBase64() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
