@NullMarked
package se.justera.desk.pages;

import org.jspecify.annotations.NullMarked;
