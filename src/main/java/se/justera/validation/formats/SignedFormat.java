package se.justera.validation.formats;

import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESValidator;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.jades.validation.JWSCompactDocumentValidator;
import eu.europa.esig.dss.jades.validation.JWSSerializationDocumentValidator;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.justera.validation.CannotBeRead;
import se.justera.validation.structure.Finding;

/** What a file is by its first bytes; whether it is signed at all, DSS finds out. */
public enum SignedFormat {
    /** ETSI EN 319 162-1. */
    ASIC {
        @Override
        public List<Finding> findings(byte[] file) throws CannotBeRead {
            return new ContainerContent(file).findings();
        }

        @Override
        public SignedDocumentValidator validator(DSSDocument document, byte[] file) throws CannotBeRead {
            return new ContainerContent(file).signedWithXml()
                    ? new ASiCContainerWithXAdESValidator(document)
                    : new ASiCContainerWithCAdESValidator(document);
        }
    },
    /** ETSI EN 319 132-1. */
    XADES {
        @Override
        public List<Finding> findings(byte[] file) throws CannotBeRead {
            return XmlContent.read(file).findings();
        }

        @Override
        public SignedDocumentValidator validator(DSSDocument document, byte[] file) {
            return new XMLDocumentValidator(document);
        }
    },
    /** ETSI TS 119 182-1. */
    JADES {
        @Override
        public List<Finding> findings(byte[] file) throws CannotBeRead {
            return JsonContent.findings(file);
        }

        @Override
        public SignedDocumentValidator validator(DSSDocument document, byte[] file) {
            return file[start(file)] == '{'
                    ? new JWSSerializationDocumentValidator(document)
                    : new JWSCompactDocumentValidator(document);
        }
    },
    /** ETSI EN 319 122-1. */
    CADES {
        @Override
        public List<Finding> findings(byte[] file) throws CannotBeRead {
            return CmsContent.findings(file);
        }

        @Override
        public SignedDocumentValidator validator(DSSDocument document, byte[] file) {
            return new CMSDocumentValidator(document);
        }
    };

    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]*\\.[\\w-]+\\s*");
    private static final int BYTE_ORDER_MARK = 3;

    /** What no signature covers, and what could be read in two ways. */
    public abstract List<Finding> findings(byte[] file) throws CannotBeRead;

    /** DSS's validator for it. */
    public abstract SignedDocumentValidator validator(DSSDocument document, byte[] file) throws CannotBeRead;

    public static Optional<SignedFormat> of(byte[] file) {
        int start = start(file);
        if (start >= file.length) {
            return Optional.empty();
        }
        return switch (file[start]) {
            case 'P' -> starts(file, "PK\u0003\u0004") ? Optional.of(ASIC) : compact(file);
            case '<' -> Optional.of(XADES);
            case '{' -> Optional.of(JADES);
            case 0x30 -> start == 0 ? Optional.of(CADES) : Optional.empty();
            case '-' -> starts(file, "-----BEGIN") ? Optional.of(CADES) : Optional.empty();
            default -> compact(file);
        };
    }

    private static Optional<SignedFormat> compact(byte[] file) {
        boolean small = file.length <= TextLimit.BYTES;
        return small
                        && COMPACT.matcher(new String(file, StandardCharsets.ISO_8859_1))
                                .matches()
                ? Optional.of(JADES)
                : Optional.empty();
    }

    private static boolean starts(byte[] file, String with) {
        byte[] head = with.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= head.length && Arrays.equals(file, 0, head.length, head, 0, head.length);
    }

    /** Where the text begins: after a mark of its encoding and white space. */
    static int start(byte[] file) {
        boolean marked = starts(file, "\u00ef\u00bb\u00bf");
        int at = marked ? BYTE_ORDER_MARK : 0;
        while (at < file.length && (file[at] == ' ' || file[at] == '\n' || file[at] == '\r' || file[at] == '\t')) {
            at++;
        }
        return at;
    }
}
