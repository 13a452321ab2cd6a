/** The staff's pages, rendered on the server; they work without JavaScript. */
@NullMarked
package se.justera.desk.pages;

import org.jspecify.annotations.NullMarked;
