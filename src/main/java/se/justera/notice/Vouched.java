package se.justera.notice;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That the notice was posted on a board, or taken down from it, on a day.
 *
 * @param board the board's id
 * @param by who vouches for the day
 */
public record Vouched(UUID board, LocalDate day, String by) {}
