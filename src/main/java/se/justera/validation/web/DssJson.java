package se.justera.validation.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.module.jakarta.xmlbind.JakartaXmlBindAnnotationIntrospector;
import eu.europa.esig.dss.ws.validation.dto.DataToValidateDTO;
import eu.europa.esig.dss.ws.validation.dto.WSReportsDTO;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** DSS's objects as JSON, written by the library and with the settings that its own service writes them with. */
@Component
class DssJson {

    private final ObjectMapper mapper = JsonMapper.builder()
            .annotationIntrospector(new JakartaXmlBindAnnotationIntrospector(TypeFactory.defaultInstance()))
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .build();

    DataToValidateDTO read(byte[] json) throws IOException {
        return mapper.readValue(json, DataToValidateDTO.class);
    }

    byte[] write(WSReportsDTO reports) throws JsonProcessingException {
        return mapper.writeValueAsBytes(reports);
    }
}
