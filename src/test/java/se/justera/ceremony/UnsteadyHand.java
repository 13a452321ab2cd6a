package se.justera.ceremony;

import java.nio.charset.StandardCharsets;
import java.util.List;
import se.justera.signing.SealOrder;
import se.justera.signing.SignatureOrder;
import se.justera.signing.Signing;

/** Signs as the house does, but may spoil a digit of the signature that it has just made. */
final class UnsteadyHand {

    private volatile boolean trembling;

    void tremble(boolean now) {
        trembling = now;
    }

    Signing holding(Signing real) {
        return new Signing() {
            @Override
            public byte[] seal(byte[] pdf, SealOrder order) {
                return real.seal(pdf, order);
            }

            @Override
            public byte[] sign(byte[] pdf, SignatureOrder order) {
                byte[] signed = real.sign(pdf, order);
                return trembling ? spoilt(signed, pdf.length) : signed;
            }

            @Override
            public List<String> keySources() {
                return real.keySources();
            }

            @Override
            public byte[] preserve(byte[] pdf) {
                return real.preserve(pdf);
            }
        };
    }

    /** Alters the reason that the person gives, which the signature covers. */
    private static byte[] spoilt(byte[] signed, int from) {
        String increment = new String(signed, from, signed.length - from, StandardCharsets.ISO_8859_1);
        int place = from + increment.indexOf("/Reason") + 12;
        signed[place] ^= 1;
        return signed;
    }
}
