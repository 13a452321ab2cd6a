package se.justera.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a person's name by its form: two to five words with capitals, particles allowed between them. */
final class Names {

    private static final String WORD = "\\p{Lu}[\\p{L}'’.\\-]*+";
    private static final Pattern NAME = Pattern.compile(WORD
            + "(?: (?:(?:von|af|av|de|van|der|den|del|la|le|el|al|bin|ibn|da|di|dos|ter) ){0,2}" + WORD + "){1,4}");
    private static final int LONGEST = 80;

    /** Words that begin with a capital in minutes without being part of a person's name. */
    private static final Set<String> NO_NAMES = Set.of(
            "arbetsförmedlingen",
            "arbetsutskott",
            "arbetsutskottet",
            "avslutas",
            "beslut",
            "dagordning",
            "datum",
            "försäkringskassan",
            "förbundet",
            "förbundsstyrelsen",
            "finsam",
            "ingen",
            "ja",
            "nej",
            "inbjuden",
            "ledamot",
            "ledamöter",
            "ersättare",
            "revisor",
            "tjänsteperson",
            "förbundschef",
            "ekonom",
            "underskrifter",
            "närvaro",
            "justerat",
            "justeras",
            "kommun",
            "kommuner",
            "kommunen",
            "kansli",
            "kansliet",
            "landstinget",
            "län",
            "medlemsmöte",
            "möte",
            "mötet",
            "mötets",
            "namn",
            "nästa",
            "närvarande",
            "ordförande",
            "organisation",
            "paragraf",
            "paragrafer",
            "plats",
            "protokoll",
            "protokollet",
            "region",
            "regionen",
            "sammanträdet",
            "samordningsförbundet",
            "sekreterare",
            "sida",
            "stad",
            "styrelse",
            "styrelsen",
            "teams",
            "utdragsbestyrkande",
            "vid",
            "ärenden",
            "övriga",
            "övrigt");

    private Names() {}

    static boolean isName(String text) {
        return text.length() <= LONGEST
                && NAME.matcher(text).matches()
                && !Organisations.isOrganisation(text)
                && noWordIsForbidden(text);
    }

    private static boolean noWordIsForbidden(String text) {
        String[] words = text.split(" ", -1);
        boolean allCapitals = text.equals(text.toUpperCase(Locale.ROOT));
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean abbreviation = word.length() > 1 && !allCapitals && word.equals(word.toUpperCase(Locale.ROOT));
            if ((abbreviation && !word.contains(".")) || NO_NAMES.contains(lower)) {
                return false;
            }
        }
        return words.length < 3 || words[words.length - 1].length() > 1;
    }
}
