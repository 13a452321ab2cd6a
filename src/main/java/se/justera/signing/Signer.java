package se.justera.signing;

import se.justera.kernel.Identified;

/**
 * The person who signs.
 *
 * @param name full name as printed, given names first
 * @param pseudonym distinguishes people of one name within an association; the certificate's serialNumber: up to 64
 *     letters (a to z), digits, dots and hyphens. No personnummer
 * @param associationName whose minutes they sign
 * @param identified how and when they proved who they are
 */
public record Signer(String name, String pseudonym, String associationName, Identified identified) {}
