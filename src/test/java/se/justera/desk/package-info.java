@NullMarked
package se.justera.desk;

import org.jspecify.annotations.NullMarked;
