package se.justera.validation.engine;

import eu.europa.esig.dss.simplereport.SimpleReportFacade;
import java.io.IOException;
import javax.xml.transform.TransformerException;

/** DSS's simple report as DSS itself sets it: a fragment of HTML, in English. */
public final class SimpleReportHtml {

    private SimpleReportHtml() {}

    /** The fragment for DSS's own XML; values in it are escaped. */
    public static String of(String simpleReportXml) {
        try {
            return SimpleReportFacade.newFacade().generateHtmlReport(simpleReportXml);
        } catch (IOException | TransformerException e) {
            throw new IllegalStateException("DSS cannot set its own simple report", e);
        }
    }
}
