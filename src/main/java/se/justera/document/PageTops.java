package se.justera.document;

import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import java.util.Arrays;
import java.util.List;

/**
 * Lets the text of every page begin at the same height. A margin ends at a page break (CSS Fragmentation, 5.2), but the
 * layout keeps it at the top of the next page, so that a page that begins with a heading would begin lower than others.
 */
final class PageTops {

    /** In dots of the layout, of which a point has about 27: rules of tables lie half outside, and may not reach the page before. */
    private static final int ROOM_FOR_RULES = 30;

    private final CssContext context;
    private final int[] tops;

    /** How much lower than its top each page begins. */
    private final int[] lower;

    private PageTops(CssContext context, List<PageBox> pages) {
        this.context = context;
        this.tops = pages.stream().mapToInt(PageBox::getTop).toArray();
        this.lower = new int[pages.size()];
        Arrays.fill(lower, Integer.MAX_VALUE);
    }

    /** Between layout and print. */
    static void align(PdfBoxRenderer renderer) {
        BlockBox root = renderer.getRootBox();
        var tops = new PageTops(
                renderer.getSharedContext().newLayoutContextInstance(),
                root.getLayer().getPages());
        tops.measure(root);
        tops.raise(root);
        root.calcChildLocations();
    }

    private void measure(Box box) {
        if (box instanceof LineBox) {
            begins(box.getAbsY(), 0);
            return;
        }
        int first = pageOf(top(box));
        if (box instanceof TableBox && first < pageOf(bottom(box))) {
            Arrays.fill(lower, first + 1, pageOf(bottom(box)) + 1, 0); // the table's head is repeated there
        }
        if (box instanceof TableBox) {
            begins(top(box), ROOM_FOR_RULES);
        } else if (box.getBorder(context).left() > 0) {
            begins(top(box), 0);
        }
        box.getChildren().forEach(this::measure);
    }

    private void begins(int y, int above) {
        int page = pageOf(y);
        lower[page] = Math.min(lower[page], Math.max(0, y - above - tops[page]));
    }

    /** What goes on over pages is raised part by part. */
    private void raise(Box box) {
        for (Box child : box.getChildren()) {
            int last = pageOf(bottom(child));
            if (child instanceof LineBox || pageOf(top(child)) == last) {
                child.setY(child.getY() - by(pageOf(top(child))));
            } else {
                raise(child);
                child.setHeight(child.getHeight() - by(last));
            }
        }
    }

    private int by(int page) {
        return page == 0 || lower[page] == Integer.MAX_VALUE ? 0 : lower[page];
    }

    private int top(Box box) {
        return box instanceof LineBox ? box.getAbsY() : box.getPaintingBorderEdge(context).y;
    }

    private int bottom(Box box) {
        int height = box instanceof LineBox ? box.getHeight() : box.getPaintingBorderEdge(context).height;
        return top(box) + Math.max(0, height - 1);
    }

    private int pageOf(int y) {
        int found = Arrays.binarySearch(tops, y);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
