@NullMarked
package se.justera.audit;

import org.jspecify.annotations.NullMarked;
