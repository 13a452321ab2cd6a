@NullMarked
package se.justera.validation.engine;

import org.jspecify.annotations.NullMarked;
