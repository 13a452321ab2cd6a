package se.justera.desk;

import java.util.List;
import se.justera.signing.SealOrder;
import se.justera.signing.SignatureOrder;
import se.justera.signing.Signing;

/** Signs as the house does, and could have keys from a remote service besides. */
record TwoKeySources(Signing real) implements Signing {

    @Override
    public byte[] seal(byte[] pdf, SealOrder order) {
        return real.seal(pdf, order);
    }

    @Override
    public byte[] sign(byte[] pdf, SignatureOrder order) {
        return real.sign(pdf, order);
    }

    @Override
    public byte[] preserve(byte[] pdf) {
        return real.preserve(pdf);
    }

    @Override
    public List<String> keySources() {
        return List.of("one-time-key", "csc");
    }
}
