@NullMarked
package se.justera.access.web;

import org.jspecify.annotations.NullMarked;
