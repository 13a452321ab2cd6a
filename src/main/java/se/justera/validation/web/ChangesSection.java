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
import se.justera.validation.WhatChanged;
import se.justera.validation.WhatChanged.PageDifference;

/** What was changed, in the few lines that a report of one page has for it. */
@Component
class ChangesSection {

    private static final int PAGES = 3;
    private static final int LINES = 2;
    private static final int LETTERS = 140;

    private final MessageSource messages;

    ChangesSection(MessageSource messages) {
        this.messages = messages;
    }

    /** Empty where nothing was seen. */
    Optional<Section> of(@Nullable WhatChanged changed, Locale locale) {
        return changed == null || changed.pages().isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(say("validate.changed", locale), facts(changed, locale)));
    }

    private List<Fact> facts(WhatChanged changed, Locale locale) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("", say("validate.changed.revision", locale, changed.revision())));
        changed.pages().stream()
                .limit(PAGES)
                .forEach(page -> facts.add(new Fact(heading(page, locale), lines(page, locale))));
        if (changed.pages().size() > PAGES) {
            facts.add(new Fact(
                    "", say("validate.changed.more", locale, changed.pages().size() - PAGES)));
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
