package se.justera.ceremony.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.justera.ceremony.RoleNames;
import se.justera.ceremony.Task;
import se.justera.minutes.MinutesTitle;

/**
 * The words on the page that stand in the data, ready to print.
 *
 * @param address masked: enough to recognise one's own, too little for a stranger
 * @param signedAt in Swedish time
 */
record TaskText(
        String title,
        String association,
        @Nullable LocalDate meetingDate,
        String name,
        String roles,
        String address,
        @Nullable ZonedDateTime signedAt) {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    static TaskText of(Task task) {
        var draft = task.minutes().draft();
        var association = draft.association();
        Instant signedAt = task.participant().signedAt();
        return new TaskText(
                MinutesTitle.of(draft),
                association == null || association.name() == null ? "" : association.name(),
                draft.meeting() == null ? null : draft.meeting().date(),
                task.participant().name(),
                task.participant().roles().stream().map(RoleNames::swedish).collect(Collectors.joining(", ")),
                masked(task.participant().email()),
                signedAt == null ? null : signedAt.atZone(STOCKHOLM));
    }

    /** {@code anna@kansli.example} becomes {@code a…@k….example}. */
    static String masked(String email) {
        int at = email.lastIndexOf('@');
        int dot = email.lastIndexOf('.');
        if (at < 1 || dot <= at + 1) {
            return "…";
        }
        return email.charAt(0) + "…@" + email.charAt(at + 1) + "…" + email.substring(dot);
    }
}
