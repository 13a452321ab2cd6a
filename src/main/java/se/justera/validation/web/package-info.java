/** The public page and the call of the API that validate. */
@NullMarked
package se.justera.validation.web;

import org.jspecify.annotations.NullMarked;
