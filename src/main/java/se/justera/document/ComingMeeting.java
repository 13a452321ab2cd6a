package se.justera.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Item;
import se.justera.minutes.Draft.NextMeeting;

/** A coming meeting in one line of Markdown: the text as written, after the date and the times that it does not say itself. */
final class ComingMeeting {

    private static final String DATES = "yyyy-MM-dd|yyyyMMdd|yyMMdd|d MMMM|d MMM|d/M|d.M";

    /** What is shorter may stand anywhere by chance. */
    private static final int SHORTEST = 8;

    private final NextMeeting meeting;
    private final String text;

    ComingMeeting(NextMeeting meeting) {
        this.meeting = meeting;
        this.text = meeting.text() == null ? "" : meeting.text().strip();
    }

    String line(Labels labels) {
        String when = joined(", ", date(labels), times(labels));
        return joined(": ", when, text);
    }

    /** Whether one of these matters has the whole line as it stands. */
    boolean isToldIn(List<Item> matters, Labels labels) {
        return text.length() >= SHORTEST
                && text.equals(line(labels))
                && matters.stream().anyMatch(this::isToldIn);
    }

    private boolean isToldIn(Item matter) {
        return matter.blocks().stream().anyMatch(this::isToldIn)
                || matter.decisions().stream().anyMatch(decision -> isIn(decision.text()))
                || matter.subItems().stream().anyMatch(this::isToldIn);
    }

    private boolean isToldIn(Block block) {
        return isIn(block.text()) || block.children().stream().anyMatch(this::isToldIn);
    }

    private boolean isIn(@Nullable String written) {
        return written != null && written.contains(text);
    }

    private static String joined(String separator, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }

    private String date(Labels labels) {
        LocalDate date = meeting.date();
        return date == null || saysDate(date) ? "" : Labels.capital(labels.date(date));
    }

    private boolean saysDate(LocalDate date) {
        return Pattern.compile("\\|")
                .splitAsStream(DATES)
                .map(form -> DateTimeFormatter.ofPattern(form, Labels.SWEDISH).format(date))
                .anyMatch(written -> says(Pattern.quote(written)));
    }

    private String times(Labels labels) {
        LocalTime start = meeting.start();
        boolean said = start == null ? meeting.end() != null && saysTime(meeting.end()) : saysTime(start);
        return said
                ? ""
                : Stream.of(start, meeting.end())
                        .filter(Objects::nonNull)
                        .map(labels::time)
                        .collect(Collectors.joining("–"));
    }

    /** "09.00", "9:00", and for a whole hour "kl. 9" and "9-12". */
    private boolean saysTime(LocalTime time) {
        String hour = "0?" + time.getHour();
        String minutes = "[.:]%02d".formatted(time.getMinute());
        boolean bare = time.getMinute() == 0
                && (says("kl(?:ockan|\\.)? ?" + hour) || says(hour + "(?= ?[-–])") || says("[-–] ?" + hour));
        return bare || says(hour + minutes);
    }

    /** Whether it stands there and is no part of a longer number or word. */
    private boolean says(String pattern) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\d])" + pattern + "(?![\\d])")
                .matcher(text)
                .find();
    }
}
