@NullMarked
package se.justera.validation;

import org.jspecify.annotations.NullMarked;
