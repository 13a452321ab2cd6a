@NullMarked
package se.justera.notice;

import org.jspecify.annotations.NullMarked;
