@NullMarked
package se.justera.desk.api;

import org.jspecify.annotations.NullMarked;
