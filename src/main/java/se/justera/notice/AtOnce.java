package se.justera.notice;

import java.time.LocalDate;

/**
 * The notice of matters that were adjusted at the meeting itself (omedelbar justering): they are announced for
 * themselves, without waiting for the rest (KL 5:69, 8:12).
 *
 * @param paragraphs "§§ 3–4"
 * @param latestPosting the second day after the meeting
 * @param text to copy to a board; its days hold if it is posted today
 */
public record AtOnce(String paragraphs, LocalDate latestPosting, String text) {}
