/** A database in memory for tests of what is stored. */
@NullMarked
package se.justera.database;

import org.jspecify.annotations.NullMarked;
