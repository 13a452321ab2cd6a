package se.justera.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.justera.validation.WhatChanged.PageDifference;
import se.justera.validation.changes.PageView;
import se.justera.validation.structure.Finding;
import se.justera.validation.structure.Revision;
import se.justera.validation.structure.SignatureSlot;

/** From the first forbidden change that was found to the pages that show it. */
final class Differences {

    private static final int MOST_PAGES = 10;
    private static final int MOST_PAGES_LOOKED_AT = 200;

    private final byte[] file;
    private final List<Integer> ends;
    private final List<Finding> changes;

    Differences(byte[] file, Examination.Outcome outcome) {
        this.file = file;
        this.ends = List.copyOf(new TreeSet<>(
                outcome.slots().stream().map(SignatureSlot::end).filter(end -> end > 0).toList()));
        this.changes = outcome.findings().stream()
                .filter(finding -> finding.fault().verdict() == Verdict.MODIFIED)
                .filter(finding -> finding.since() > 0 && finding.since() < file.length)
                .toList();
    }

    /** Empty where nothing forbidden was changed between two revisions that can be read. */
    Optional<WhatChanged> seen() {
        Optional<Long> first = changes.stream().map(Finding::since).min(Long::compare);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int before = first.get().intValue();
        int after = ends.stream().filter(end -> end > before && end <= file.length).findFirst().orElse(file.length);
        try (Revision was = Revision.of(file, before);
                Revision is = Revision.of(file, after)) {
            return Optional.of(new WhatChanged(ends.indexOf(before) + 2, pages(was, is)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static List<PageDifference> pages(Revision was, Revision is) throws IOException {
        List<PageDifference> pages = new ArrayList<>();
        int most = Math.max(was.document().getNumberOfPages(), is.document().getNumberOfPages());
        for (int number = 1; number <= Math.min(most, MOST_PAGES_LOOKED_AT) && pages.size() < MOST_PAGES; number++) {
            @Nullable PageView before = PageView.of(was, number);
            @Nullable PageView after = PageView.of(is, number);
            if (before == null || after == null || !before.same(after)) {
                pages.add(difference(number, before, after));
            }
        }
        return pages;
    }

    private static PageDifference difference(int number, @Nullable PageView before, @Nullable PageView after)
            throws IOException {
        List<String> was = before == null ? List.of() : before.lines();
        List<String> is = after == null ? List.of() : after.lines();
        return new PageDifference(
                number,
                before == null ? null : before.png(),
                after == null ? null : after.png(),
                paragraph(was, is),
                was.stream().filter(line -> !is.contains(line)).toList(),
                is.stream().filter(line -> !was.contains(line)).toList());
    }

    /** The last heading with § before the first line that differs. */
    private static @Nullable String paragraph(List<String> was, List<String> is) {
        @Nullable String heading = null;
        for (int line = 0; line < Math.max(was.size(), is.size()); line++) {
            @Nullable String before = line < was.size() ? was.get(line) : null;
            @Nullable String after = line < is.size() ? is.get(line) : null;
            if (before != null && before.startsWith("§")) {
                heading = before;
            }
            if (!Objects.equals(before, after)) {
                return heading;
            }
        }
        return null;
    }
}
