package se.justera.document;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import se.justera.document.extract.Extract;
import se.justera.document.extract.Extract.Original;
import se.justera.document.extract.Extract.SignatureFact;
import se.justera.document.extract.ItemTree;
import se.justera.document.extract.Salt;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;
import se.justera.signing.SealOrder;
import se.justera.signing.Signing;
import se.justera.signing.TestSigning;

/** Minutes signed by everybody with the published sample keys, their salts, and extracts from them. */
public record SignedOriginal(Draft draft, List<Salt> salts, byte[] sealed, byte[] last, List<SignatureFact> facts) {

    public static final String REASON = "Sigill: utdrag ur protokoll";

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Signing SIGNING = TestSigning.sample(CLOCK);

    /** @param draft is one of those in {@code drafts/} */
    public static SignedOriginal of(String draft) {
        return of(Drafts.read(draft), Integer.MAX_VALUE);
    }

    /** @param signing only so many sign */
    public static SignedOriginal of(Draft draft, int signing) {
        List<Salt> salts = Salt.fresh(draft.items().size(), new SecureRandom());
        var plain = Drafts.order(draft);
        var order = new DocumentOrder(
                draft, plain.spaces(), plain.verificationCode(), plain.verificationAddress(), plain.trial(), salts);
        byte[] sealed = SIGNING.seal(new ArchiveTypesetter(CLOCK).sealablePdf(order), "Samordningsförbundet Exempel");
        byte[] revision = sealed;
        var facts = new ArrayList<SignatureFact>();
        for (SignatureSpace space : order.spaces().stream().limit(signing).toList()) {
            String role = space.roles().get(0);
            revision =
                    SIGNING.sign(revision, TestSigning.order(space.fieldName(), space.name(), CLOCK.instant(), role));
            facts.add(new SignatureFact(space.name(), role, CLOCK.instant().truncatedTo(ChronoUnit.SECONDS)));
        }
        return new SignedOriginal(draft, salts, sealed, SIGNING.preserve(revision), facts);
    }

    /** With the signatures' own times, as a validation reads them. */
    public SignedOriginal with(List<SignatureFact> read) {
        return new SignedOriginal(draft, salts, sealed, last, read);
    }

    public Extract extract(Integer... positions) {
        ItemTree tree = ItemTree.over(draft, salts);
        var original = new Original(
                Sha256.of(last),
                last.length,
                Sha256.of(sealed),
                sealed.length,
                "7KQ4-M2XP-9TWB",
                "https://justera.example/validate",
                LocalDate.now(CLOCK.withZone(ZoneId.of("Europe/Stockholm"))),
                tree.root(),
                tree.leaves().size());
        return Extract.from(
                draft,
                salts,
                original,
                facts,
                List.of(positions),
                CLOCK.instant().truncatedTo(ChronoUnit.SECONDS),
                true);
    }

    /** The extract as the association makes it, with an archive time-stamp. */
    public static byte[] pdf(Extract extract) {
        return SIGNING.preserve(sealed(new CopySetter(CLOCK).extractPdf(extract), SIGNING));
    }

    /** Whatever the pages say, sealed. */
    public static byte[] sealed(byte[] pdf, Signing signing) {
        return signing.seal(pdf, new SealOrder("Samordningsförbundet Exempel", null, REASON));
    }

    public byte[] publication() {
        return new CopySetter(CLOCK)
                .publicationPdf(new PublicationOrder(
                        draft,
                        facts,
                        LocalDate.of(2026, 3, 12),
                        Sha256.of(last),
                        "7KQ4-M2XP-9TWB",
                        URI.create("https://justera.example/validate"),
                        true));
    }
}
