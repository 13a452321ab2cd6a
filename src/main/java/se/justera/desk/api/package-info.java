/** {@code /api/v1/minutes/**} as published. */
@NullMarked
package se.justera.desk.api;

import org.jspecify.annotations.NullMarked;
