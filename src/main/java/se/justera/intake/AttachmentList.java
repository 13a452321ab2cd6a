package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import se.justera.minutes.Draft.Attachment;

/** What belongs to the minutes as a whole, as a list after the last matter under a heading that says so. */
final class AttachmentList {

    private static final Pattern HEADING =
            Pattern.compile("(?iu)bilag(?:a|or) till (?:protokollet|(?:minnes|mötes)?anteckningarna) ?:?");

    private final List<Attachment> attachments = new ArrayList<>();

    static boolean isHeading(String line) {
        return HEADING.matcher(line).matches();
    }

    /** The section without the list. */
    Section takenFrom(Section section, Wrapping wrapping) {
        var kept = new ArrayList<TextBlock>();
        List<TextBlock> blocks = section.blocks();
        int i = 0;
        while (i < blocks.size()) {
            int heading = heading(blocks.get(i));
            int end = heading < 0 ? i : take(blocks, i, heading, wrapping);
            if (end == i) {
                kept.add(blocks.get(i));
            } else if (heading > 0) {
                kept.add(blocks.get(i).to(heading));
            }
            i = Math.max(end, i + 1);
        }
        return new Section(section.number(), section.heading(), kept);
    }

    private static int heading(TextBlock block) {
        for (int i = 0; i < block.lines().size(); i++) {
            if (isHeading(block.lines().get(i).text())) {
                return i;
            }
        }
        return -1;
    }

    /** Where the list ends under the heading; the same place if there is none. */
    private int take(List<TextBlock> blocks, int at, int heading, Wrapping wrapping) {
        var list = new ArrayList<TextBlock>();
        if (heading + 1 < blocks.get(at).lines().size()) {
            list.add(blocks.get(at).from(heading + 1));
        }
        int end = at + 1;
        while (end < blocks.size() && Pieces.isBullet(blocks.get(end).first())) {
            list.add(blocks.get(end));
            end++;
        }
        List<Piece> pieces = Pieces.of(list, wrapping);
        if (pieces.size() != 1 || !pieces.get(0).isList() || pieces.get(0).hasUnder()) {
            return at;
        }
        pieces.get(0)
                .entries()
                .forEach(
                        entry -> attachments.add(Deliberations.attachment(entry).orElse(new Attachment(null, entry))));
        return end;
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }
}
