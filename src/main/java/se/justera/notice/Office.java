package se.justera.notice;

import org.jspecify.annotations.Nullable;

/**
 * An association's office as its notices need it.
 *
 * @param keptAt where the minutes are kept: every notice says so (KL 8:12)
 * @param registrarEmail who is told what there is to post and to take down; null for nobody
 */
public record Office(String keptAt, @Nullable String registrarEmail) {}
