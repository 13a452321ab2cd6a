package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** What a note explains is the word that its mark stands at. */
final class AbbreviationCheck implements DraftCheck {

    private static final Pattern EXPLAINED = Pattern.compile("(?u)^(?<word>\\p{Lu}{2,10}) ?[=:–-].*", Pattern.DOTALL);
    private static final int MOST_NOTES = 500;

    @Override
    public List<Finding> look(Draft draft) {
        var findings = new ArrayList<Finding>();
        Map<String, String> texts = DraftJson.texts(draft);
        for (int i = 0; i < Math.min(MOST_NOTES, draft.footnotes().size()); i++) {
            Draft.Footnote note = draft.footnotes().get(i);
            Matcher explained =
                    EXPLAINED.matcher(note.text() == null ? "" : note.text().strip());
            if (note.mark() != null && explained.matches()) {
                String at = "/footnotes/" + i + "/text";
                look(note.mark(), explained.group("word"), texts, at, findings);
            }
        }
        return findings;
    }

    private static void look(
            String mark, String explained, Map<String, String> texts, String at, List<Finding> findings) {
        Pattern marked = Pattern.compile("(?u)(?<word>\\p{Lu}{2,10})\\[\\^" + Pattern.quote(mark) + "]");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Matcher m = text.getKey().startsWith("/items/") ? marked.matcher(text.getValue()) : null;
            if (m != null && m.find() && !m.group("word").equals(explained)) {
                findings.add(new Finding(at, "abbreviation-differs", explained, m.group("word")));
                return;
            }
        }
    }
}
