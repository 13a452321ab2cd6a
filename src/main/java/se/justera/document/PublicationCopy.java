package se.justera.document;

import java.util.ArrayList;
import java.util.List;
import se.justera.document.extract.Extract.SignatureFact;
import se.justera.minutes.Draft.MinutesKind;

/** The minutes as they are published: the same layout, and on each page that it is a copy. */
final class PublicationCopy implements Copy {

    private static final int KEPT_TOGETHER = 12;
    private static final int MOST_NAMES = 4;

    private final PublicationOrder order;

    /** @param order already without personal data */
    PublicationCopy(PublicationOrder order) {
        this.order = order;
    }

    @Override
    public String word(Labels labels) {
        return labels.of("publication.word");
    }

    @Override
    public List<String> foot(Labels labels) {
        return List.of(
                labels.of("publication.foot"),
                labels.of("publication.foot.check", order.checkAt().toASCIIString(), order.verificationCode()));
    }

    /** By name and day, as far as there is room on a line. */
    @Override
    public String insteadOfInitials(Labels labels) {
        List<String> names =
                order.signatures().stream().map(SignatureFact::name).distinct().toList();
        if (names.isEmpty()) {
            return "";
        }
        List<String> named = names.size() <= MOST_NAMES ? names : names.subList(0, MOST_NAMES - 1);
        var who = new ArrayList<>(named);
        if (named.size() < names.size()) {
            who.add(labels.of("publication.foot.more", names.size() - named.size()));
        }
        return labels.of("publication.foot.signed", labels.list(who), order.adjustedOn());
    }

    @Override
    public boolean trial() {
        return order.trial();
    }

    @Override
    public boolean isLaidOutAsTheMinutes() {
        return true;
    }

    @Override
    public void notice(Markup out, Labels labels) {
        out.open("div", "class", "copy-notice");
        out.element("p", labels.of("publication.word"), "class", "what");
        out.element("p", labels.of("publication.notice"));
        out.close();
    }

    @Override
    public void ending(Markup out, Labels labels) {
        var ending = new CopyEnding(out, labels);
        MinutesKind kind = order.draft().kind() == null
                ? MinutesKind.PROTOCOL
                : order.draft().kind();
        boolean few = order.signatures().size() <= KEPT_TOGETHER;
        out.open("section", "class", few ? "signatures together" : "signatures");
        out.element("h2", labels.of("signatories"), "id", "signatures");
        out.element("p", labels.of("copy.signedBy." + kind, labels.day(order.adjustedOn())));
        ending.signatures(order.signatures());
        out.element("h3", labels.of("publication.about"));
        out.element("p", labels.of("publication.original"));
        ending.facts(List.of(
                ending.fact("copy.check", order.checkAt().toASCIIString()),
                ending.fact("copy.code", order.verificationCode()),
                ending.fact("copy.sha256", CopyEnding.grouped(order.original().hex()))));
        out.close();
    }
}
