/** What all pages share: language, messages, static files, errors in plain words. */
@NullMarked
package se.justera.access.web;

import org.jspecify.annotations.NullMarked;
