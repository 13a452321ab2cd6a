@NullMarked
package se.justera.validation.online;

import org.jspecify.annotations.NullMarked;
