@NullMarked
package se.justera.validation.web;

import org.jspecify.annotations.NullMarked;
