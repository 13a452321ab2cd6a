package se.justera.validation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.justera.document.ReportText.Fact;
import se.justera.document.ReportText.Section;
import se.justera.validation.AdjustedDocument;
import se.justera.validation.AdjustedDocument.Board;
import se.justera.validation.AdjustedDocument.Notice;
import se.justera.validation.AdjustedDocument.Timeliness;
import se.justera.validation.OwnDocuments.StoredRevision;

/** What the report says of a document of our own besides the verdict: adjusted when, announced where, appealed until when. */
@Component
class OwnSection {

    private final MessageSource messages;

    OwnSection(MessageSource messages) {
        this.messages = messages;
    }

    Optional<Section> of(@Nullable StoredRevision revision, Locale locale) {
        return Optional.ofNullable(revision).map(own -> new Section(say("validate.own", locale), facts(own, locale)));
    }

    private List<Fact> facts(StoredRevision own, Locale locale) {
        AdjustedDocument document = own.document();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("", say(own.isNewest() ? "validate.own.isNewest" : "validate.own.isOlder", locale)));
        facts.add(
                new Fact(say("validate.own.document", locale), document.title() + " (" + document.association() + ")"));
        String adjusted = document.adjustedOn().toString();
        facts.add(new Fact(
                say("validate.own.adjusted", locale),
                document.timeliness() == Timeliness.NOT_ASKED
                        ? adjusted
                        : adjusted + ", " + say("validate.own.timeliness." + document.timeliness(), locale)));
        facts.add(new Fact(say("validate.own.code", locale), document.verificationCode()));
        Notice notice = document.notice();
        if (notice != null) {
            notice.boards().forEach(board -> facts.add(new Fact(board.name(), posted(board, locale))));
            facts.addAll(appeal(notice, locale));
        }
        return facts;
    }

    private List<Fact> appeal(Notice notice, Locale locale) {
        if (notice.appealUntil() == null || notice.inForceFrom() == null) {
            return List.of(new Fact(
                    say("validate.own.notice", locale),
                    say("validate.own.notice.latest", locale, notice.latestPosting())));
        }
        return List.of(new Fact(
                say("validate.own.appeal", locale),
                say("validate.own.appeal.until", locale, notice.appealUntil()) + ". "
                        + say("validate.own.appeal.force", locale, notice.inForceFrom())));
    }

    private String posted(Board board, Locale locale) {
        if (board.postedOn() == null) {
            return say("validate.own.notice.waiting", locale);
        }
        return board.takenDownOn() == null
                ? say("validate.own.notice.posted", locale, board.postedOn())
                : say("validate.own.notice.takenDown", locale, board.postedOn(), board.takenDownOn());
    }

    private String say(String key, Locale locale, Object... words) {
        return messages.getMessage(key, words, locale);
    }
}
