package se.justera.validation.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.justera.access.LargerUpload;
import se.justera.validation.inspection.InspectionSettings;

/** Whole archives come in at an address of their own. */
@Configuration(proxyBeanMethods = false)
class InspectionUploads {

    /** Where the form is sent. */
    static final String ADDRESS = "/desk/inspections/zip";

    @Bean
    LargerUpload largerUpload(InspectionSettings settings) {
        return new LargerUpload(ADDRESS, InspectionDesk.ADDRESS, settings.maxSize());
    }
}
