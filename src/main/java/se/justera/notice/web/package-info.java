/** The public notice board. */
@NullMarked
package se.justera.notice.web;

import org.jspecify.annotations.NullMarked;
