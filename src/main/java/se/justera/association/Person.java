package se.justera.association;

import org.jspecify.annotations.Nullable;

/**
 * Somebody the association knows: elected people and officers.
 *
 * @param office what they usually attend as, in words; null if nothing is known
 */
public record Person(
        String name, @Nullable String email, @Nullable String office) {}
