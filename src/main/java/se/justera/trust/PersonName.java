package se.justera.trust;

import java.util.Optional;

/**
 * A full name split for a certificate: the last word is the surname, what comes before are the given names. A single
 * word is a surname.
 */
record PersonName(Optional<String> givenNames, String surname) {

    static PersonName of(String fullName) {
        String name = fullName.strip().replaceAll("\\s+", " ");
        int lastSpace = name.lastIndexOf(' ');
        return lastSpace < 0
                ? new PersonName(Optional.empty(), name)
                : new PersonName(Optional.of(name.substring(0, lastSpace)), name.substring(lastSpace + 1));
    }
}
