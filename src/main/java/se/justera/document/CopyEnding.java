package se.justera.document;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.justera.document.extract.Extract.SignatureFact;

/** Writes who signed the original of a copy, and the facts by which original and copy are checked. */
final class CopyEnding {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final int GROUP = 8;

    private final Markup out;
    private final Labels labels;

    CopyEnding(Markup out, Labels labels) {
        this.out = out;
        this.labels = labels;
    }

    void signatures(List<SignatureFact> signatures) {
        if (signatures.isEmpty()) {
            return;
        }
        out.open("table", "class", "attendance signed").open("thead").open("tr");
        for (String column : List.of("name", "role", "time")) {
            out.element("th", labels.of("copy.signature." + column), "scope", "col", "class", column);
        }
        out.close().close().open("tbody");
        for (SignatureFact signature : signatures) {
            out.open("tr").element("th", signature.name(), "scope", "row", "class", "person");
            out.element("td", signature.role() == null ? "" : signature.role());
            out.element("td", time(signature.time()));
            out.close();
        }
        out.close().close();
    }

    void facts(List<MeetingFacts.Fact> facts) {
        out.open("table", "class", "facts proof").open("tbody");
        for (MeetingFacts.Fact fact : facts) {
            out.open("tr").element("th", fact.label(), "scope", "row").open("td");
            if (fact.value().startsWith("https://") || fact.value().startsWith("http://")) {
                link(fact.value());
            } else {
                out.text(fact.value());
            }
            out.close().close();
        }
        out.close().close();
    }

    MeetingFacts.Fact fact(String key, String value) {
        return new MeetingFacts.Fact(labels.of(key), value);
    }

    /** In groups, so that people can compare it and lines can break. */
    static String grouped(String hex) {
        return hex.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    String time(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        ZonedDateTime here = at.atZone(STOCKHOLM);
        return labels.of("copy.time", here.toLocalDate(), labels.time(here.toLocalTime()));
    }

    private void link(String address) {
        out.element("a", address, "href", address, "title", labels.of("link", address));
    }
}
