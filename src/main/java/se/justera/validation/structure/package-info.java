/** How signatures lie in the file: what is looked at before anything in it is believed. */
@NullMarked
package se.justera.validation.structure;

import org.jspecify.annotations.NullMarked;
