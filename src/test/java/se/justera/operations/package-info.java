/** Tests of what whoever runs the service looks after. */
@NullMarked
package se.justera.operations;

import org.jspecify.annotations.NullMarked;
