package se.justera.document.extract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import se.justera.kernel.Sha256;
import se.justera.minutes.Draft;
import tools.jackson.databind.JsonNode;

/**
 * A Merkle tree over the matters of minutes, of the shape of RFC 9162, 2.1.1: a node is SHA-256 of 0x01 and its two
 * children; the left subtree holds the largest power of two of leaves that is smaller than all of them.
 */
@JsonPropertyOrder({"format", "root", "leaves"})
public record ItemTree(String format, Sha256 root, List<Sha256> leaves) {

    /** The only format there is so far. */
    public static final String FORMAT = "justera-items/1";

    private static final int NODE = 0x01;

    public ItemTree {
        leaves = List.copyOf(leaves);
        if (!FORMAT.equals(format) || leaves.isEmpty() || !root.equals(rootOf(leaves))) {
            throw new IllegalArgumentException("no tree of the format " + FORMAT);
        }
    }

    /** @param salts one for each matter of the draft, of which there is at least one */
    public static ItemTree over(Draft draft, List<Salt> salts) {
        List<JsonNode> items = ItemData.allOf(draft);
        if (items.size() != salts.size()) {
            throw new IllegalArgumentException("each matter needs one salt");
        }
        return of(IntStream.range(0, items.size())
                .mapToObj(i -> ItemLeaf.of(salts.get(i), items.get(i)))
                .toList());
    }

    static ItemTree of(List<Sha256> leaves) {
        return new ItemTree(FORMAT, rootOf(leaves), leaves);
    }

    /** The siblings from a leaf up to the root (RFC 9162, 2.1.3.1). */
    public List<Sha256> path(int position) {
        return path(position, leaves);
    }

    private static List<Sha256> path(int position, List<Sha256> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int left = leftOf(leaves.size());
        List<Sha256> lower = leaves.subList(0, left);
        List<Sha256> upper = leaves.subList(left, leaves.size());
        var path = new ArrayList<>(position < left ? path(position, lower) : path(position - left, upper));
        path.add(rootOf(position < left ? upper : lower));
        return path;
    }

    private static Sha256 rootOf(List<Sha256> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = leftOf(leaves.size());
        return node(rootOf(leaves.subList(0, left)), rootOf(leaves.subList(left, leaves.size())));
    }

    private static int leftOf(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }

    static Sha256 node(Sha256 left, Sha256 right) {
        var preimage = new ByteArrayOutputStream();
        preimage.write(NODE);
        preimage.writeBytes(HexFormat.of().parseHex(left.hex()));
        preimage.writeBytes(HexFormat.of().parseHex(right.hex()));
        return Sha256.of(preimage.toByteArray());
    }
}
