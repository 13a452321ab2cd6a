package se.justera.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What veraPDF finds wrong with a PDF as PDF/A-3a and PDF/UA-1. */
public final class Conformance {

    private Conformance() {}

    /** One line per fault; none if the file conforms to both. */
    public static List<String> faults(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        var faults = new ArrayList<String>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (var foundry = Foundries.defaultInstance();
                    var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = foundry.createValidator(flavour, false)) {
                validator.validate(parser).getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + "-"
                                + assertion.getRuleId().getTestNumber() + " "
                                + assertion.getLocation().getContext() + " " + assertion.getMessage())
                        .forEach(faults::add);
            } catch (Exception e) {
                throw new IllegalStateException("veraPDF could not check the file", e);
            }
        }
        return faults;
    }
}
