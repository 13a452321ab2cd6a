package se.justera.validation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.justera.document.ReportSetter;
import se.justera.document.ReportText;
import se.justera.document.ReportText.Fact;
import se.justera.document.ReportText.Section;

/** The page's report as a PDF to keep beside the file: PDF/A-3a and PDF/UA-1. */
@Component
class PdfReport {

    private final ReportSetter setter;
    private final MessageSource messages;

    PdfReport(ReportSetter setter, MessageSource messages) {
        this.setter = setter;
        this.messages = messages;
    }

    byte[] of(ReportModel report, Locale locale) {
        var sections = new ArrayList<Section>();
        if (!report.result().warnings().isEmpty()) {
            sections.add(new Section(
                    say("validate.findings", locale),
                    report.result().warnings().stream()
                            .map(warning -> new Fact("", warning))
                            .toList()));
        }
        report.signatures().forEach(signature -> sections.add(section(signature, locale)));
        if (!report.timestamps().isEmpty()) {
            sections.add(timestamps(report.timestamps(), locale));
        }
        String hash = report.result().sha256();
        if (hash != null) {
            sections.add(new Section(say("validate.sha256", locale), List.of(new Fact("", hash))));
        }
        String title = report.result().reason();
        return setter.pdf(new ReportText(locale, report.result().file(), title, sections));
    }

    private Section section(SignatureLine signature, Locale locale) {
        var facts = new ArrayList<Fact>();
        add(facts, "validate.kind", say("validate.kind." + signature.kind(), locale), locale);
        add(facts, "validate.state", say("validate.state." + signature.state(), locale), locale);
        add(facts, "validate.role", signature.role(), locale);
        add(facts, "validate.organisation", signature.organisation(), locale);
        add(facts, "validate.time", inSweden(signature.time(), locale), locale);
        add(facts, "validate.changes", say("validate.changes." + signature.changes(), locale), locale);
        String who = signature.who();
        return new Section(who == null ? say("validate.signer.unknown", locale) : who, facts);
    }

    private Section timestamps(List<SignatureLine> timestamps, Locale locale) {
        return new Section(
                say("validate.timestamps", locale),
                timestamps.stream()
                        .map(stamp -> new Fact(
                                say("validate.state." + stamp.state(), locale),
                                String.valueOf(inSweden(stamp.time(), locale))))
                        .toList());
    }

    private @Nullable String inSweden(@Nullable String time, Locale locale) {
        return time == null ? null : messages.getMessage("validate.time.stockholm", new Object[] {time}, locale);
    }

    private void add(List<Fact> facts, String key, @Nullable String text, Locale locale) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact(say(key, locale), text));
        }
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
