package se.justera.validation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import se.justera.document.ArchiveTypesetter;
import se.justera.document.DocumentOrder;
import se.justera.document.Drafts;
import se.justera.document.SignatureSpace;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;

/** Minutes sealed and signed as the service does it, with the published sample keys. */
public final class SignedSample {

    private SignedSample() {}

    /** Sealed, signed by each person, preserved and preserved once more. */
    static List<byte[]> revisions() {
        Clock clock = Clock.systemUTC();
        Signing signing = TestSigning.sample(clock);
        DocumentOrder order = Drafts.order(Drafts.read("board"));
        List<byte[]> revisions = new ArrayList<>();
        byte[] revision = signing.seal(new ArchiveTypesetter(clock).sealablePdf(order), "Samordningsförbundet Exempel");
        revisions.add(revision);
        for (SignatureSpace space : order.spaces()) {
            revision = signing.sign(
                    revision, TestSigning.order(space.fieldName(), space.name(), clock.instant(), "Justerare"));
            revisions.add(revision);
        }
        revision = signing.preserve(revision);
        revisions.add(revision);
        revisions.add(signing.preserve(revision));
        return revisions;
    }

    /** The finished document. */
    public static byte[] preserved() {
        List<byte[]> revisions = revisions();
        return revisions.get(revisions.size() - 2);
    }
}
