package se.justera.document.extract;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import se.justera.kernel.Sha256;

/** From a leaf and its siblings to the root it belongs to (RFC 9162, 2.1.3.2). */
final class InclusionProof {

    private InclusionProof() {}

    /** The root that the path leads to; empty if a leaf at this position in a tree of this size has another path. */
    static Optional<Sha256> rootFrom(Sha256 leaf, int position, int size, List<Sha256> path) {
        if (position < 0 || position >= size) {
            return Optional.empty();
        }
        int node = position;
        int last = size - 1;
        Sha256 hash = leaf;
        for (Iterator<Sha256> siblings = path.iterator(); siblings.hasNext(); node >>= 1, last >>= 1) {
            if (last == 0) {
                return Optional.empty();
            }
            Sha256 sibling = siblings.next();
            if ((node & 1) == 1 || node == last) {
                hash = ItemTree.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = ItemTree.node(hash, sibling);
            }
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }
}
