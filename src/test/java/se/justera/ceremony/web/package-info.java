@NullMarked
package se.justera.ceremony.web;

import org.jspecify.annotations.NullMarked;
