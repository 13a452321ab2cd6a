package se.justera.validation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.justera.document.ReportSetter;
import se.justera.document.ReportText;
import se.justera.document.ReportText.Fact;
import se.justera.document.ReportText.Section;
import se.justera.document.ReportText.Table;
import se.justera.validation.OwnDocuments.StoredRevision;
import se.justera.validation.ReportSeal;
import se.justera.validation.WhatChanged;

/** The page's report as a PDF to keep beside the file: one page, PDF/A-3a and PDF/UA-1. */
@Component
class PdfReport {

    /** The name under which it is saved. */
    static final String DISPOSITION = "attachment; filename=\"validation-report.pdf\"";

    /** More findings than these would not fit on the page; the JSON has them all. */
    private static final int FINDINGS = 8;

    private final ReportSetter setter;
    private final ObjectProvider<ReportSeal> seal;
    private final OwnSection own;
    private final ChangesSection changes;
    private final MessageSource messages;

    PdfReport(
            ReportSetter setter,
            ObjectProvider<ReportSeal> seal,
            OwnSection own,
            ChangesSection changes,
            MessageSource messages) {
        this.changes = changes;
        this.setter = setter;
        this.own = own;
        this.seal = seal;
        this.messages = messages;
    }

    /**
     * The report as a file.
     *
     * @param known what is known of a document of our own; null for others
     * @param changed what was seen to have changed; null where nothing was
     */
    byte[] of(ReportModel report, @Nullable StoredRevision known, @Nullable WhatChanged changed, Locale locale) {
        var sections = new ArrayList<Section>();
        if (!report.findings().isEmpty()) {
            sections.add(new Section(say("validate.findings", locale), findings(report, locale)));
        }
        changes.of(changed, locale).ifPresent(sections::add);
        if (!report.signatures().isEmpty()) {
            sections.add(new Section(
                    say("validate.signatures", locale),
                    List.of(new Fact(
                            say("validate.changes", locale), say("validate.changes.all." + report.changes(), locale))),
                    signatures(report.signatures(), locale)));
        }
        if (!report.timestamps().isEmpty()) {
            sections.add(new Section(say("validate.timestamps", locale), timestamps(report.timestamps(), locale)));
        }
        own.of(known, locale).ifPresent(sections::add);
        sections.add(new Section(say("validate.how", locale), ground(report, locale)));
        String about = say("validate.report.of", locale, report.result().file());
        return sealed(new ReportText(locale, about, report.result().reason(), sections));
    }

    private byte[] sealed(ReportText text) {
        return Optional.ofNullable(seal.getIfAvailable())
                .flatMap(ours -> ours.seal(setter.sealablePdf(text)))
                .orElseGet(() -> setter.pdf(text));
    }

    private List<Fact> findings(ReportModel report, Locale locale) {
        List<String> warnings = report.findings();
        var told = new ArrayList<Fact>();
        warnings.stream().limit(FINDINGS).forEach(warning -> told.add(new Fact("", warning)));
        if (warnings.size() > FINDINGS) {
            told.add(new Fact("", say("validate.findings.more", locale, warnings.size() - FINDINGS)));
        }
        return told;
    }

    private Table signatures(List<SignatureLine> signatures, Locale locale) {
        return new Table(
                List.of(
                        say("validate.signer", locale),
                        say("validate.role", locale),
                        say("validate.time.swedish", locale),
                        say("validate.state", locale)),
                signatures.stream().map(signature -> row(signature, locale)).toList());
    }

    private List<String> row(SignatureLine signature, Locale locale) {
        String who = signature.who();
        String role = signature.role();
        String organisation = signature.organisation();
        return List.of(
                who == null ? say("validate.signer.unknown", locale) : who,
                role != null
                        ? role
                        : organisation != null && signature.kind().equals("SIGNATURE")
                                ? organisation
                                : say("validate.kind.short." + signature.kind(), locale),
                orDash(signature.time()),
                say("validate.state." + signature.state(), locale));
    }

    private Table timestamps(List<SignatureLine> timestamps, Locale locale) {
        return new Table(
                List.of(
                        say("validate.timestamp.of", locale),
                        say("validate.time.swedish", locale),
                        say("validate.state", locale)),
                timestamps.stream()
                        .map(stamp -> List.of(
                                say("validate.timestamp." + stamp.stamped(), locale),
                                orDash(stamp.time()),
                                say("validate.state." + stamp.state(), locale)))
                        .toList());
    }

    private List<Fact> ground(ReportModel report, Locale locale) {
        var told = new ArrayList<Fact>();
        told.add(new Fact(
                say("validate.validated", locale), say("validate.time.stockholm", locale, report.validated())));
        told.add(new Fact(say("validate.trusted", locale), trusted(report, locale)));
        told.add(new Fact(
                say("validate.programs", locale),
                say(
                        "validate.programs.text",
                        locale,
                        report.versions().justera(),
                        report.versions().dss())));
        if (report.result().sha256() != null) {
            told.add(new Fact(say("validate.sha256", locale), report.result().sha256()));
        }
        return told;
    }

    private String trusted(ReportModel report, Locale locale) {
        if (report.trusted().isEmpty()) {
            return say("validate.trusted.none", locale);
        }
        String names = String.join(", ", report.trustedNames());
        int besides = report.trustedBesides();
        return besides == 0 ? names : say("validate.trusted.besides", locale, names, besides);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private String say(String key, Locale locale, Object... words) {
        return messages.getMessage(key, words, locale);
    }
}
