package se.justera.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.justera.archive.Archive;
import se.justera.archive.Revision;
import se.justera.association.Associations;
import se.justera.document.ReportSetter;
import se.justera.document.ReportText;
import se.justera.document.ReportText.Fact;
import se.justera.document.ReportText.Section;
import se.justera.document.ReportText.Table;
import se.justera.minutes.Draft;
import se.justera.minutes.MinutesTitle;
import se.justera.minutes.MinutesView;

/**
 * The proof of notice (anslagsbevis): that a protocol was on every board, from when until when, and who vouches for it
 * (KL 8:10). Kept beside the document that it is about.
 */
@Component
public class ProofOfNotice {

    private static final String KIND = "notice-proof.pdf";
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Associations associations;
    private final Archive archive;
    private final ReportSetter setter;

    ProofOfNotice(Associations associations, Archive archive, ReportSetter setter) {
        this.associations = associations;
        this.archive = archive;
        this.setter = setter;
    }

    /**
     * The proof as PDF/A-3a and PDF/UA-1, with an empty field for the association's seal.
     *
     * @param trial true if it is sealed with a key that proves nothing
     */
    public byte[] sealablePdf(Announcement announcement, boolean trial) {
        return setter.sealablePdf(text(announcement, trial));
    }

    /** In the caller's transaction; the same one twice is kept once. */
    public void keep(Announcement announcement, byte[] sealedPdf) {
        MinutesView minutes = announcement.minutes();
        Revision newest = archive.latest(minutes.id(), minutes.round())
                .orElseThrow(() -> new IllegalStateException("adjusted minutes have a document"));
        archive.keepEvidence(minutes.tenant(), newest, KIND, sealedPdf);
    }

    /** Empty until the notice is down from every board. */
    public Optional<byte[]> of(MinutesView minutes) {
        int revisions = archive.hashes(minutes.id(), minutes.round()).size();
        return IntStream.range(0, revisions)
                .boxed()
                .flatMap(number -> archive.evidence(minutes.id(), minutes.round(), number, KIND).stream())
                .findFirst();
    }

    private ReportText text(Announcement announcement, boolean trial) {
        MinutesView minutes = announcement.minutes();
        Draft draft = minutes.draft();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Organ", Paragraphs.text(draft.body())));
        facts.add(new Fact(
                "Sammanträdesdag",
                Paragraphs.text(draft.meeting() == null ? null : draft.meeting().date())));
        facts.add(new Fact("Paragrafer", Paragraphs.text(Paragraphs.of(draft))));
        facts.add(new Fact("Justerat", announcement.adjustedOn().toString()));
        facts.add(new Fact("Protokollet förvaras", announcement.keptAt()));
        facts.add(new Fact("Protokollets kontrollkod", minutes.verificationCode()));
        var appeal = new ArrayList<Fact>();
        appeal.add(new Fact("Sista dag att överklaga", Paragraphs.text(announcement.appealUntil())));
        appeal.add(new Fact("Laga kraft, om ingen har överklagat", Paragraphs.text(announcement.inForceFrom())));
        if (trial) {
            appeal.add(new Fact("", "Beviset är gjort på prov: dess sigill bevisar ingenting."));
        }
        return new ReportText(
                SWEDISH,
                associations.find(minutes.tenant()).name(),
                "Anslagsbevis: " + MinutesTitle.of(draft),
                List.of(
                        new Section("Protokollet", facts),
                        new Section("Anslagstavlorna", boards(announcement)),
                        new Section("Överklagande", appeal)));
    }

    private static Table boards(Announcement announcement) {
        return new Table(
                List.of("Anslagstavla", "Uppsatt, intygas av", "Nedtaget, intygas av"),
                announcement.postings().stream()
                        .map(posting -> List.of(
                                posting.name(),
                                vouched(posting.postedOn(), posting.postedBy()),
                                vouched(posting.takenDownOn(), posting.takenDownBy())))
                        .toList());
    }

    private static String vouched(@Nullable LocalDate day, @Nullable String voucher) {
        return Paragraphs.text(day) + ", " + Paragraphs.text(voucher);
    }
}
