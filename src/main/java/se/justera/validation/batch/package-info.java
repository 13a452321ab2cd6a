/** Many files in a row: folders and archives, on all cores, in order, in steady memory. */
@NamedInterface("batch")
@NullMarked
package se.justera.validation.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
