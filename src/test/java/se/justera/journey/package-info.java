/** The whole service from outside: the jar as a process, over HTTP and SMTP alone. */
@NullMarked
package se.justera.journey;

import org.jspecify.annotations.NullMarked;
