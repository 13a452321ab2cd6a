@NullMarked
package se.justera.validation.inspection;

import org.jspecify.annotations.NullMarked;
