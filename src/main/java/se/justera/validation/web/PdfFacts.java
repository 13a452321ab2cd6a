package se.justera.validation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.justera.document.ReportText.Fact;
import se.justera.validation.AdjustedDocument;
import se.justera.validation.AdjustedDocument.Timeliness;
import se.justera.validation.WhatChanged;
import se.justera.validation.WhatChanged.PageDifference;

/** What the page shows of our own documents and of changes, in the few lines that a report of one page has for them. */
@Component
class PdfFacts {

    private static final int PAGES = 3;
    private static final int LINES = 2;
    private static final int LETTERS = 140;

    private final MessageSource messages;

    PdfFacts(MessageSource messages) {
        this.messages = messages;
    }

    List<Fact> own(OwnFacts own, Locale locale) {
        AdjustedDocument document = own.document();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("", say(own.newest() ? "validate.own.isNewest" : "validate.own.isOlder", locale)));
        facts.add(new Fact(say("validate.own.document", locale), document.title() + ", " + document.association()));
        if (document.meetingDate() != null) {
            facts.add(new Fact(
                    say("validate.own.meeting", locale), document.meetingDate().toString()));
        }
        String timeliness = document.timeliness() == Timeliness.NOT_ASKED
                ? ""
                : ", " + say("validate.own.timeliness." + document.timeliness(), locale);
        facts.add(new Fact(say("validate.own.adjusted", locale), document.adjustedOn() + timeliness));
        facts.add(new Fact(
                say("validate.own.by", locale),
                own.people().stream().map(person -> signed(person, locale)).collect(Collectors.joining("; "))));
        facts.add(new Fact(say("validate.own.code", locale), document.verificationCode()));
        return facts;
    }

    private String signed(OwnFacts.Person person, Locale locale) {
        String offices = person.offices().stream()
                .map(office -> ", " + say("validate.own.office." + office, locale))
                .collect(Collectors.joining());
        return person.name() + offices + (person.at() == null ? "" : " (" + person.at() + ")");
    }

    List<Fact> changed(WhatChanged changed, Locale locale) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("", say("validate.changed.revision", locale, changed.revision())));
        changed.pages().stream()
                .limit(PAGES)
                .forEach(page -> facts.add(new Fact(heading(page, locale), lines(page, locale))));
        if (changed.pages().size() > PAGES) {
            facts.add(new Fact("", say("validate.changed.more", locale, changed.pages().size() - PAGES)));
        }
        return facts;
    }

    private String heading(PageDifference page, Locale locale) {
        String number = say("validate.changed.page", locale, page.number());
        return page.paragraph() == null ? number : number + ", " + page.paragraph();
    }

    private String lines(PageDifference page, Locale locale) {
        if (page.before() == null) {
            return say("validate.changed.added", locale);
        } else if (page.after() == null) {
            return say("validate.changed.removed", locale);
        } else if (page.gone().isEmpty() && page.came().isEmpty()) {
            return say("validate.changed.look", locale);
        }
        return (text("validate.changed.gone", page.gone(), locale) + text("validate.changed.came", page.came(), locale))
                .strip();
    }

    private String text(String key, List<String> lines, Locale locale) {
        String text = String.join(" / ", lines.subList(0, Math.min(LINES, lines.size())));
        String cut = text.length() > LETTERS || lines.size() > LINES
                ? text.substring(0, Math.min(LETTERS, text.length())) + " …"
                : text;
        return lines.isEmpty() ? "" : say(key, locale) + " " + cut + " ";
    }

    private String say(String key, Locale locale, Object... words) {
        return messages.getMessage(key, words, locale);
    }
}
