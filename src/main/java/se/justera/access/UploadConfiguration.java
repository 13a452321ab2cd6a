package se.justera.access;

import jakarta.servlet.MultipartConfigElement;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How much the server takes in. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    /** A form with many rows has many fields; the server's own limit of 1000 would cut off a long meeting. */
    private static final int FIELDS_OF_A_FORM = 20_000;

    private static final int BYTES_OF_A_FORM = 8 * 1024 * 1024;

    @Bean
    MultipartConfigElement multipartConfigElement(AccessProperties limits) {
        var uploads = new MultipartConfigFactory();
        uploads.setMaxFileSize(limits.uploadLimit());
        uploads.setMaxRequestSize(limits.requestLimit());
        return uploads.createMultipartConfig();
    }

    @Bean
    FilterRegistrationBean<UploadCeiling> uploadCeiling(
            AccessProperties limits, ObjectProvider<LargerUpload> larger, ProblemAnswers answers) {
        var registration = new FilterRegistrationBean<>(
                new UploadCeiling(limits, larger.stream().toList(), answers));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    ServletContextInitializer largerUploads(ObjectProvider<LargerUpload> larger) {
        return context -> larger.forEach(upload -> {
            var uploads = new MultipartConfigFactory();
            uploads.setMaxFileSize(upload.requestLimit());
            uploads.setMaxRequestSize(upload.requestLimit());
            var servlet = context.addServlet("upload " + upload.address(), new PassOn(upload.page()));
            servlet.addMapping(upload.address());
            servlet.setMultipartConfig(uploads.createMultipartConfig());
        });
    }

    // a refused upload is still read to its end, up to a bound: else the client sees a broken connection, not the 413
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatLimits(
            AccessProperties limits, ObjectProvider<LargerUpload> larger) {
        long largest = larger.stream()
                .mapToLong(upload -> 2 * upload.requestLimit().toBytes())
                .max()
                .orElse(0);
        int swallowed = (int) Math.min(
                Integer.MAX_VALUE, Math.max(largest, 4 * limits.requestLimit().toBytes()));
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setMaxParameterCount(FIELDS_OF_A_FORM);
            connector.setMaxPostSize(BYTES_OF_A_FORM);
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(swallowed);
            }
        });
    }
}
