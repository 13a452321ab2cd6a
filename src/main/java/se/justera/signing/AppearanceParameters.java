package se.justera.signing;

import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;

/** Carries an appearance through DSS to the drawer. */
final class AppearanceParameters extends SignatureImageParameters {

    private static final long serialVersionUID = 1L;

    private final transient Appearance appearance;

    AppearanceParameters(Appearance appearance, String fieldName) {
        this.appearance = appearance;
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setFieldId(fieldName);
        setFieldParameters(field);
        // without any text DSS takes the signature for an invisible one and does not call the drawer
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setText(appearance.name());
        setTextParameters(text);
    }

    Appearance appearance() {
        return appearance;
    }
}
