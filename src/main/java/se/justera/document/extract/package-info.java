/** What proves that an extract's matters stand in the signed original: a Merkle tree over its items, as data. */
@NamedInterface("extract")
@NullMarked
package se.justera.document.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
