@NullMarked
package se.justera.identification;

import org.jspecify.annotations.NullMarked;
