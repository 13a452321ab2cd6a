package se.justera.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.justera.document.MeetingFacts.Fact;
import se.justera.document.extract.Extract;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.MinutesKind;

/** An extract: chosen matters, word for word, and what proves them. Everything it says comes from {@link Extract}. */
final class ExtractCopy implements Copy {

    private static final int LONGEST_LIST = 12;
    private static final int KEPT_TOGETHER = 12;

    private final Extract extract;
    private final Draft shown;

    ExtractCopy(Extract extract) {
        this.extract = extract;
        this.shown = extract.shown();
    }

    /** What is printed under the extract's own title. */
    Draft draft(Labels labels) {
        return shown.withTitle(labels.of("extract.title." + kind()));
    }

    private MinutesKind kind() {
        return shown.kind() == null ? MinutesKind.PROTOCOL : shown.kind();
    }

    @Override
    public String word(Labels labels) {
        return "";
    }

    @Override
    public List<String> foot(Labels labels) {
        return List.of(labels.of("extract.foot", extract.original().verificationCode()));
    }

    @Override
    public Wording wording() {
        return extract.number() == 1 ? Wording.FIRST : Wording.SECOND;
    }

    @Override
    public boolean trial() {
        return extract.trial();
    }

    @Override
    public boolean isLaidOutAsTheMinutes() {
        return false;
    }

    @Override
    public void notice(Markup out, Labels labels) {
        out.open("div", "class", "copy-notice");
        out.element("p", labels.of("extract.of", chosen(labels)), "class", "what");
        out.element("p", labels.of("extract.from", MeetingFacts.headline(extract.minutes(), labels)));
        out.element("p", labels.of("extract.words." + kind(), date(labels)));
        out.close();
    }

    private String date(Labels labels) {
        LocalDate day = extract.original().adjustedOn();
        return wording() == Wording.FIRST ? labels.date(day) : labels.day(day);
    }

    /** The matters by number, those without by their heading. */
    private String chosen(Labels labels) {
        boolean spaced = Matters.spaced(shown);
        List<String> names = shown.items().stream()
                .limit(LONGEST_LIST)
                .map(item -> name(item, labels, spaced, wording()))
                .toList();
        String more = shown.items().size() > LONGEST_LIST
                ? " " + labels.of("extract.more", shown.items().size() - LONGEST_LIST)
                : "";
        return String.join(", ", names) + more;
    }

    private static String name(Item item, Labels labels, boolean spaced, Wording wording) {
        String name = item.number() == null
                ? Matters.headline(item, labels, spaced, wording)
                : labels.of(spaced ? "item.number" : "item.number.tight", item.number());
        if (name.isEmpty()) {
            return labels.of("extract.unnamed");
        }
        return item.number() == null && wording != Wording.FIRST ? labels.of("extract.quoted", name) : name;
    }

    @Override
    public void ending(Markup out, Labels labels) {
        var ending = new CopyEnding(out, labels);
        boolean few = extract.signatures().size() <= KEPT_TOGETHER;
        out.open("section", "class", few ? "signatures together" : "signatures");
        out.element("h2", labels.of("copy.signatures"), "id", "signatures");
        out.element(
                "p",
                labels.of((wording() == Wording.FIRST ? "copy.signed." : "copy.signedBy.") + kind(), date(labels)));
        ending.signatures(extract.signatures());
        out.close();
        out.open("section", "class", "about-copy");
        out.element("h2", labels.of("extract.about"));
        out.element("p", labels.of("extract.sealed"));
        out.element("p", labels.of(wording() == Wording.FIRST ? "extract.proof" : "extract.proof." + kind()));
        ending.facts(facts(ending, labels));
        out.element("p", labels.of("signatures.print"), "class", "print");
        out.close();
    }

    private List<Fact> facts(CopyEnding ending, Labels labels) {
        Extract.Original original = extract.original();
        String places = extract.items().stream()
                .map(item -> String.valueOf(item.position() + 1))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        ending.fact("extract.original", MeetingFacts.headline(extract.minutes(), labels)),
                        ending.fact("extract.places", labels.of("extract.places.of", places, original.size())),
                        ending.fact("copy.code", original.verificationCode()),
                        ending.fact("copy.check", original.checkAt()),
                        ending.fact(
                                "copy.sha256",
                                CopyEnding.grouped(original.sha256().hex())),
                        ending.fact(
                                "extract.sealedSha256",
                                CopyEnding.grouped(original.sealedSha256().hex())),
                        ending.fact(
                                "extract.root",
                                CopyEnding.grouped(original.root().hex())),
                        ending.fact("extract.madeAt", ending.time(extract.madeAt())))
                .toList();
    }
}
