package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft.Block;
import se.justera.minutes.Draft.Decision;
import se.justera.minutes.Draft.Item;

/** Which matters the words of minutes say were adjusted at the meeting itself; what the words are stays as they are. */
final class AdjustedAtOnce {

    private final Set<Integer> here = new TreeSet<>();
    private final List<Named> named = new ArrayList<>();
    private boolean all;

    private AdjustedAtOnce() {}

    /**
     * A matter that words elsewhere name.
     *
     * @param at index of the matter in which the words stand
     */
    record Named(int at, int number) {}

    static AdjustedAtOnce saidIn(List<Item> items) {
        var said = new AdjustedAtOnce();
        for (int i = 0; i < items.size(); i++) {
            said.look(items.get(i), i);
        }
        return said;
    }

    private void look(Item item, int at) {
        if (ImmediateAdjustment.endsHeading(item.heading())) {
            here.add(at);
        }
        texts(item).flatMap(text -> ImmediateAdjustment.in(text).stream()).forEach(found -> {
            if (found.here()) {
                here.add(at);
            }
            all |= found.all();
            found.numbers().forEach(number -> named.add(new Named(at, number)));
        });
    }

    private static Stream<@Nullable String> texts(Item item) {
        return Stream.concat(
                item.blocks().stream()
                        .flatMap(block -> Stream.concat(Stream.of(block), block.children().stream()))
                        .map(Block::text),
                item.decisions().stream().map(Decision::text));
    }

    /** Indexes of the matters that say it of themselves. */
    Set<Integer> here() {
        return Set.copyOf(here);
    }

    /** Matters that are named by their number, wherever that is. */
    List<Named> named() {
        return List.copyOf(named);
    }

    /** Whether all of the minutes were. */
    boolean all() {
        return all;
    }

    /**
     * The matters with their marks, and without what our own pages say besides the words of the minutes.
     *
     * @param byHead the numbers that the head of the minutes names
     */
    static List<Item> marked(List<Item> items, Set<Integer> byHead) {
        AdjustedAtOnce said = saidIn(items);
        Set<Integer> numbers = new TreeSet<>(byHead);
        said.named().forEach(n -> numbers.add(n.number()));
        var marked = new ArrayList<Item>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            boolean isMarked = said.here().contains(i) || (item.number() != null && numbers.contains(item.number()));
            marked.add(isMarked ? marked(item) : item);
        }
        return List.copyOf(marked);
    }

    private static Item marked(Item item) {
        List<Block> blocks = item.blocks();
        int last = blocks.size() - 1;
        boolean own = last >= 0
                && ImmediateAdjustment.OWN_WORDS.equals(blocks.get(last).text());
        return new Item(
                item.number(),
                item.heading(),
                item.kind(),
                item.presenter(),
                item.caseNumber(),
                own ? blocks.subList(0, last) : blocks,
                item.proposals(),
                item.propositionOrder(),
                item.votes(),
                own ? withoutPlace(item.decisions(), last) : item.decisions(),
                item.reservations(),
                item.conflictsOfInterest(),
                item.abstentions(),
                item.attachments(),
                item.withdrawn(),
                true,
                item.subItems());
    }

    /** What stood before the last block stands after all when it is gone. */
    private static List<Decision> withoutPlace(List<Decision> decisions, int place) {
        return decisions.stream()
                .map(d -> Integer.valueOf(place).equals(d.after()) ? d.afterAll() : d)
                .toList();
    }
}
