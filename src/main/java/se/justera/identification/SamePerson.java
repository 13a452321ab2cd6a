package se.justera.identification;

import java.text.Normalizer;
import java.util.Locale;

/** Whether what a provider says of a person is what the minutes say; case and spaces do not tell people apart. */
final class SamePerson {

    private SamePerson() {}

    static boolean byEmail(String known, String claimed) {
        return !known.isBlank()
                && known.strip().toLowerCase(Locale.ROOT).equals(claimed.strip().toLowerCase(Locale.ROOT));
    }

    static boolean byName(String known, String claimed) {
        return !known.isBlank() && plain(known).equals(plain(claimed));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.forLanguageTag("sv"));
    }
}
