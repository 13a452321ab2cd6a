package se.justera.ceremony;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.signing.SealOrder;
import se.justera.signing.SignatureOrder;
import se.justera.signing.Signing;

/** Signs as the house does, but may spoil a digit of what it has just made, or keep it in the hand for a while. */
final class UnsteadyHand {

    /** What may be spoilt. */
    enum Act {
        SEAL,
        SIGN,
        PRESERVE
    }

    private volatile @Nullable Act trembling;
    private volatile Runnable meanwhile = () -> {};

    void trembleAt(Act act) {
        trembling = act;
    }

    void steady() {
        trembling = null;
        meanwhile = () -> {};
    }

    /** What happens between a person's signature and its being stored. */
    void holdingEachSignature(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    Signing holding(Signing real) {
        return new Signing() {
            @Override
            public byte[] seal(byte[] pdf, SealOrder order) {
                byte[] sealed = real.seal(pdf, order);
                return trembling == Act.SEAL ? withAnotherReason(sealed, pdf.length) : sealed;
            }

            @Override
            public byte[] sign(byte[] pdf, SignatureOrder order) {
                byte[] signed = real.sign(pdf, order);
                meanwhile.run();
                return trembling == Act.SIGN ? withAnotherReason(signed, pdf.length) : signed;
            }

            @Override
            public List<String> keySources() {
                return real.keySources();
            }

            @Override
            public byte[] preserve(byte[] pdf) {
                byte[] preserved = real.preserve(pdf);
                return trembling == Act.PRESERVE ? withAnotherTimeStamp(preserved) : preserved;
            }
        };
    }

    /** Alters the reason that the person gives, which the signature covers. */
    private static byte[] withAnotherReason(byte[] signed, int from) {
        String increment = new String(signed, from, signed.length - from, StandardCharsets.ISO_8859_1);
        int place = from + increment.indexOf("/Reason") + 12;
        signed[place] ^= 1;
        return signed;
    }

    /** Alters a digit of the newest time-stamp. */
    private static byte[] withAnotherTimeStamp(byte[] preserved) {
        int place = new String(preserved, StandardCharsets.ISO_8859_1).lastIndexOf("/Contents") + 1000;
        preserved[place] = (byte) (preserved[place] == '0' ? '1' : '0');
        return preserved;
    }
}
