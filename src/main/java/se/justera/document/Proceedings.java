package se.justera.document;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Deliberation.Ballot;
import se.justera.minutes.Deliberation.ConflictOfInterest;
import se.justera.minutes.Deliberation.Reservation;
import se.justera.minutes.Deliberation.Vote;
import se.justera.minutes.Draft.Attachment;
import se.justera.minutes.Draft.Attendee;
import se.justera.minutes.Draft.Item;

/** Writes how a decision came about (KL 5:67), in the order in which a meeting does it. */
final class Proceedings {

    /** So many entries or votes stand on the same page as what they lead to. */
    private static final int FEW_ENTRIES = 3;

    private static final int FEW_BALLOTS = 12;

    private final Markup out;
    private final Dress dress;
    private final Labels labels;
    private final Prose prose;

    private final Wording wording;
    private final PartyLetters letters;

    Proceedings(Markup out, Dress dress, Labels labels, Prose prose, Wording wording, List<Attendee> attendance) {
        this.wording = wording;
        this.letters = wording == Wording.FIRST ? PartyLetters.NONE : PartyLetters.of(attendance);
        this.out = out;
        this.dress = dress;
        this.labels = labels;
        this.prose = prose;
    }

    /** Who was disqualified, what was proposed, how it was put, and how they voted. */
    void before(Item item, int level) {
        section(
                "conflicts",
                level,
                item.conflictsOfInterest().stream().map(this::conflict).toList());
        section(
                "proposals",
                level,
                item.proposals().stream()
                        .map(p -> labelled(letters.with(p.by()), p.text()))
                        .toList());
        if (!orEmpty(item.propositionOrder()).isEmpty()) {
            label("propositionOrder", level);
            prose.paragraph(item.propositionOrder(), Part.TEXT);
        }
        item.votes().forEach(vote -> write(vote, level));
    }

    /** Who took no part in the decision, who made a reservation, and what belongs to the matter. */
    void after(Item item, int level) {
        section(
                "abstentions",
                level,
                item.abstentions().stream()
                        .map(a -> labelled(letters.with(a.name()), a.reason()))
                        .toList());
        section(
                "reservations",
                level,
                item.reservations().stream().map(this::reservation).toList());
        section("attachments", level, attachments(item.attachments()));
    }

    private String reservation(Reservation reservation) {
        return wording == Wording.FIRST
                ? labelled(String.join(", ", reservation.names()), reservation.text())
                : new Reservations(labels, letters).line(reservation);
    }

    static List<String> attachments(List<Attachment> attachments) {
        return attachments.stream().map(a -> labelled(a.label(), a.title())).toList();
    }

    private void section(String key, int level, List<String> lines) {
        List<String> written = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (!written.isEmpty()) {
            label(key, level);
            boolean leads = key.equals("conflicts") && written.size() <= FEW_ENTRIES;
            prose.list(written, leads ? Part.BRIEF : Part.BULLETS);
        }
    }

    private void label(String key, int level) {
        out.element(
                dress.heading(level),
                labels.of("proceedings." + key),
                "class",
                dress.classOf(Part.SUBHEADING),
                "lang",
                labels.foreign());
    }

    private String conflict(ConflictOfInterest conflict) {
        String name = labelled(letters.with(conflict.name()), conflict.reason());
        String substitute = letters.with(conflict.replacedBy());
        return substitute.isEmpty()
                ? name
                : Stream.of(name, labels.of("proceedings.replacedBy", InlineText.escaped(substitute)))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(". "));
    }

    private void write(Vote vote, int level) {
        label(Boolean.TRUE.equals(vote.secret()) ? "vote.secret" : "vote", level);
        Part part = vote.ballots().isEmpty() ? Part.TEXT : Part.LABEL;
        prose.paragraph(vote.question(), part);
        if (wording != Wording.THIRD || !isCountedIn(vote)) {
            prose.paragraph(counts(vote), part);
        }
        prose.paragraph(vote.result(), part);
        ballots(vote.ballots());
    }

    /** Whether the result says itself how many voted for and against it: "Med 3 ja-röster mot 1 nej-röst beslutar …". */
    private static boolean isCountedIn(Vote vote) {
        String result = orEmpty(vote.result()).toLowerCase(Labels.SWEDISH);
        return vote.yes() != null
                && vote.no() != null
                && says(result, vote.yes(), "ja")
                && says(result, vote.no(), "nej")
                && (vote.abstained() == null || vote.abstained() == 0 || says(result, vote.abstained(), "avst"));
    }

    private static boolean says(String result, int number, String word) {
        return Pattern.compile("(?<!\\d)" + number + " (?:som )?" + word)
                .matcher(result)
                .find();
    }

    private String counts(Vote vote) {
        return Stream.of(count("yes", vote.yes()), count("no", vote.no()), count("abstained", vote.abstained()))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String count(String what, @Nullable Integer number) {
        return number == null ? "" : labels.of("proceedings.vote." + what, number);
    }

    private void ballots(List<Ballot> ballots) {
        if (ballots.isEmpty()) {
            return;
        }
        Part part = ballots.size() <= FEW_BALLOTS ? Part.FEW_BALLOTS : Part.BALLOTS;
        out.open("table", "class", dress.classOf(part));
        out.open("thead", "class", dress.classOf(Part.TABLE_HEAD)).open("tr", "class", dress.classOf(Part.TABLE_ROW));
        columnHeading("attendance.name");
        columnHeading("proceedings.choice");
        out.close().close().open("tbody");
        for (Ballot ballot : ballots) {
            out.open("tr", "class", dress.classOf(Part.TABLE_ROW));
            out.element("th", letters.with(ballot.name()), "scope", "row", "class", dress.classOf(Part.CELL));
            String choice = ballot.choice() == null ? "" : labels.of(Objects.requireNonNull(ballot.choice()));
            out.element("td", choice, "class", dress.classOf(Part.CELL));
            out.close();
        }
        out.close().close();
    }

    private void columnHeading(String key) {
        out.element("th", labels.of(key), "scope", "col", "class", dress.classOf(Part.COLUMN_HEADING));
    }

    /** @param label plain text, unlike the text, which is Markdown */
    private static String labelled(@Nullable String label, @Nullable String text) {
        return Stream.of(InlineText.escaped(orEmpty(label)), orEmpty(text))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
