package se.justera.validation.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import se.justera.validation.CannotBeRead;
import se.justera.validation.Unreadable;
import se.justera.validation.structure.Fault;
import se.justera.validation.structure.Finding;

/** A CMS (RFC 5652) is one object, and nothing after it. */
final class CmsContent {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN [A-Z0-9 ]+-----([\\sA-Za-z0-9+/=]*)-----END [A-Z0-9 ]+-----\\s*");

    private CmsContent() {}

    static List<Finding> findings(byte[] file) throws CannotBeRead {
        byte[] der = file[0] == '-' ? decoded(file) : file;
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(der))) {
            ASN1Primitive cms = in.readObject();
            if (cms == null) {
                throw new CannotBeRead(Unreadable.NOT_A_PDF);
            }
            return in.read() < 0 ? List.of() : List.of(Finding.after(file.length, Fault.UNCOVERED, 0));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotBeRead(Unreadable.NOT_A_PDF);
        }
    }

    private static byte[] decoded(byte[] file) throws CannotBeRead {
        TextLimit.check(file);
        Matcher pem = PEM.matcher(new String(file, StandardCharsets.ISO_8859_1));
        if (!pem.matches()) {
            throw new CannotBeRead(Unreadable.NOT_A_PDF);
        }
        try {
            return Base64.getMimeDecoder().decode(pem.group(1));
        } catch (IllegalArgumentException e) {
            throw new CannotBeRead(Unreadable.NOT_A_PDF);
        }
    }
}
