package se.justera.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;

/** Every word of the text stands somewhere in the draft, or is a label or a header that the draft has a field for. */
class NothingIsLostTests {

    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{Nd}+");

    /** What becomes structure: labels, headings of groups, offices, fields for initials. */
    private static final Set<String> STRUCTURE = Set.of(
            "protokoll",
            "styrelseprotokoll",
            "minnesanteckningar",
            "fört",
            "vid",
            "datum",
            "plats",
            "och",
            "tid",
            "klockan",
            "kl",
            "sekreterare",
            "ordf",
            "ordförande",
            "e",
            "v",
            "vice",
            "protokollet",
            "justeras",
            "justerat",
            "justerare",
            "justeringsdag",
            "justerande",
            "diarienummer",
            "dnr",
            "ajournering",
            "justeringens",
            "protokollsnummer",
            "org",
            "nr",
            "deltog",
            "digitalt",
            "utses",
            "att",
            "justera",
            "underskrifter",
            "skrifter",
            "paragrafer",
            "på",
            "beslut",
            "kommande",
            "möten",
            "namn",
            "sammanträdesdatum",
            "beslutet",
            "skickas",
            "2",
            "till",
            "via",
            "teams",
            "anmält",
            "förhinder",
            "tjänstgörande",
            "ej",
            "fr",
            "o",
            "m",
            "i",
            "torsdag",
            "september",
            "organisation",
            "med",
            "reserverar",
            "styrelsens",
            "mot",
            "reservation",
            "reservationer",
            "sida",
            "expedieras",
            "sig",
            "beslutande",
            "yrkanden",
            "yrkande",
            "yrkar",
            "fredagen",
            "februari",
            "tisdagen",
            "mars",
            "propositionsordning",
            "beslutsgång",
            "förbundsstyrelsens",
            "omröstningsresultat",
            "punkt",
            "röstar",
            "exp",
            "organisationsnummer",
            "omfattning",
            "x",
            "ledamot",
            "innehåll",
            "utsedd",
            "justering",
            "närvarande",
            "tisdag",
            "oktober",
            "1",
            "25",
            "mailto",
            "nora",
            "exempel",
            "example");

    /** What becomes structure in one text only, where it would be a loss in any other. */
    private static final Map<String, Set<String>> STRUCTURE_OF = Map.ofEntries(
            // "Paragrafen justeras omedelbart."
            Map.entry("l-notice-on-cover.txt", Set.of("paragrafen", "omedelbart")),
            // "Diarienr: SF 14/2026", "Ärende 2026-00012", "a) individinsatser", "mellan § 22 och § 23".
            Map.entry(
                    "ba-adjusted-at-once.txt",
                    Set.of("diarienr", "ärende", "paragrafen", "omedelbart", "a", "b", "mellan")),
            // "tjg för Ove Strand", "tjänstgör för Nils Grahn": whoever serves.
            Map.entry("q-decision-first.txt", Set.of("tjg")),
            // "Bilagor" over attachments, "Jäv" over who reported it.
            Map.entry("r-notice-and-substitutes.txt", Set.of("bilagor", "jäv")),
            // "Dag: Onsdagen den 11 juni 2025", "från och med § 24/2025", "samt Tobias Frisk".
            Map.entry("s-signed-elsewhere.txt", Set.of("dag", "onsdagen", "juni", "från", "samt")),
            // "Nej: Maj-Britt Öhman", "Mot beslutet reserverade sig Maj-Britt Öhman."
            Map.entry("t-number-before-sign.txt", Set.of("nej", "reserverade", "tjänstgör")),
            // "Justeringsdatum: 2023-05-11", "Arbetsutskottets beslut".
            Map.entry("u-committee-of-council.txt", Set.of("justeringsdatum", "arbetsutskottets")),
            // "Au § 41", "Beslutet ska skickas till"; both dates with the month's name are read into fields.
            Map.entry("x-council-committee-layout.txt", Set.of("au", "ska", "november")),
            // "Paragraf 1", "revisor" as role, the weekday.
            Map.entry("y-wrapped-board.txt", Set.of("revisor", "torsdagen", "paragraf")),
            // "deltar på distans", "Föredragande:".
            Map.entry("z-region-council.txt", Set.of("distans", "föredragande", "deltar")),
            // Words over columns, and over the list of another service's signatures.
            Map.entry("aa-columns-apart.txt", Set.of("signaturer", "närvaro", "frånvarande", "part")),
            // "Socialnämndens beslut", "föreslår bifall", "deltar på distans".
            Map.entry("bc-committee-plain.txt", Set.of("socialnämndens", "föreslår", "distans")),
            // "Att jämte ordförande Åsa Torell justera dagens protokoll valdes …", "Sekreterare är …", the month.
            Map.entry("bh-direction-web.txt", Set.of("jämte", "valdes", "dagens", "är", "maj")),
            // "1(28)", the contents' page 3, "KF § 266", "Tjg § 267-268", "Kommunfullmäktiges beslut".
            Map.entry("bi-council-with-crosses.txt", Set.of("28", "3", "kf", "tjg", "kommunfullmäktiges")),
            // "tjänstgör", the month, the weekdays, "mellan kl", "för sammanträdet".
            Map.entry(
                    "bj-board-old-cover.txt",
                    Set.of("tjänstgör", "april", "onsdagen", "fredag", "mellan", "sammanträdet")),
            // A heading whose people are said to stand in an attachment; a remark says so.
            Map.entry("ab-annual-meeting.txt", Set.of("deltagare")));

    static Stream<String> shapes() {
        return Imports.SHAPES.stream().filter(name -> name.endsWith(".txt"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void holdsForEveryShape(String name) {
        String text = unhyphenated(name).replaceAll("\\d ?\\(\\d\\)|[.]{5,} \\d", "");
        Map<String, Integer> given = words(text);
        Map<String, Integer> kept = words(kept(Imports.file(name)));
        assertThat(given.keySet())
                .filteredOn(word -> !kept.containsKey(word) && !isStructure(name, word))
                .isEmpty();
    }

    /** From the first § on, words are kept as often as they stand there; only page headers and labels are fewer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-committee.txt",
                "b-board.txt",
                "c-board-cover.txt",
                "d-planning-day.txt",
                "h-planning-day.txt",
                "j-municipal-board.txt",
                "q-decision-first.txt",
                "r-notice-and-substitutes.txt",
                "s-signed-elsewhere.txt",
                "t-number-before-sign.txt",
                "u-committee-of-council.txt",
                "ba-adjusted-at-once.txt"
            })
    void holdsForEveryOccurrenceInTheMatters(String name) {
        String text = unhyphenated(name);
        int signatures = text.indexOf("\nVid protokollet");
        String matters = text.substring(text.indexOf('§'), signatures < 0 ? text.length() : signatures);
        ImportedDraft imported = Imports.file(name);
        Draft draft = imported.draft();
        Map<String, Integer> kept = words(kept(imported));
        Set<String> headers = words(draft.association() + " " + draft.meeting() + " " + draft.pageFooter() + " "
                        + draft.pageHeader() + " " + draft.body() + " " + draft.title() + " #")
                .keySet();
        words(matters)
                .forEach((word, count) -> assertThat(kept.getOrDefault(word, 0) >= count
                                || word.length() <= 2
                                || headers.contains(word)
                                || isStructure(name, word))
                        .as("%s, %d times", word, count)
                        .isTrue());
    }

    /** The draft, and what remarks say of things that were taken out whole. */
    private static String kept(ImportedDraft imported) {
        return DraftJson.write(imported.draft())
                + imported.remarks().stream().map(Remark::text).collect(Collectors.joining("\n"));
    }

    private static boolean isStructure(String name, String word) {
        return STRUCTURE.contains(word)
                || STRUCTURE_OF.getOrDefault(name, Set.of()).contains(word);
    }

    /** The text with the words whole that its lines broke, with a hyphen or a soft one. */
    private static String unhyphenated(String name) {
        return Imports.text(name).replaceAll("[-\\u00AD]\n(?=\\p{Ll})", "");
    }

    private static Map<String, Integer> words(String text) {
        var words = new HashMap<String, Integer>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.merge(matcher.group().replaceFirst("^0+(?=.)", ""), 1, Integer::sum);
        }
        return words;
    }

    @Test
    void holdsForTextsThrownTogetherAtRandom() {
        for (long seed = 1; seed <= 600; seed++) {
            var thrown = new ThrownTogether(new Random(seed));
            String text = thrown.text();
            String kept = kept(Imports.of(text));
            for (String word : thrown.words) {
                assertThat(kept.contains(word))
                        .as("%s of seed %d in%n%s", word, seed, text)
                        .isTrue();
            }
        }
    }

    /** Lines of every kind in any order, each with words of its own that stand nowhere else. */
    private static final class ThrownTogether {

        private static final List<String> LINES = List.of(
                "@ % % % % % %.",
                "@ % % %, % % % %",
                "% % % % %",
                "@ %",
                "@",
                "- % % %",
                "- @ % %.",
                "• %",
                "1. @ %",
                "2. @ %",
                "Beslut",
                "Beslut: @ % %",
                "Beslut: Styrelsen beslutade att % %. @ % %.",
                "Att % % %",
                "att % %",
                "Styrelsen beslutar",
                "Styrelsen godkände % %. @ % % %.",
                "Dagordningen godkändes % %.",
                "@ @ (S), @ kommun",
                "@ @, @, %",
                "Ledamöter",
                "Ersättare: @ @, @ @ (M)",
                "Frånvarande: @ @",
                "Övriga deltagare: ekonom @ @ på § 3",
                "Plats: @ %",
                "Datum: %",
                "Diarienummer %",
                "Justerare: @ @",
                "Vid protokollet",
                "Justeras:",
                "@ @\nOrdförande",
                "@ @\tOrdförande",
                "@\t%\n@\t%",
                "Nästa möte 5 maj %",
                "Kommande möten:",
                "220513 @ %",
                "*% % %* %",
                "@ %¹ %",
                "¹ % % %",
                "Mötet avslutas",
                ".....",
                "Protokoll %",
                "@ % %:",
                "> % %",
                "(% %) %",
                "Sekreterare @ @",
                "www.%.example",
                "Yrkanden",
                "@ @ (S) yrkar % %.",
                "@ @: % %",
                "Propositionsordning",
                "Omröstning",
                "Ja: 3, Nej: 1",
                "Ja röstar: @ @, @ @ (M)",
                "Med 3 ja-röster mot 2 nej-röster % %.",
                "Reservation",
                "@ @ reserverar sig mot beslutet % %.",
                "Reservation: @ @ % %.",
                "Jäv",
                "@ @ anmäler jäv och % %.",
                "@ @ deltar inte i beslutet % %.",
                "Bilagor",
                "Bilaga 1 @ %",
                "Expedieras: @, %",
                "@ @   Ja   %\n@ @   x   %\n@ @   x   %",
                "ANSLAG/BEVIS",
                "Organ: @     Datum: %",
                "Underskrifter  Sekreterare ....  Paragrafer 1-2",
                "Justeringens   @ %\nplats och tid",
                "§ 1 @ .... 3\n§ 2 @ .... 4\n§ 3 @ .... 5",
                "- %\n– %\n- %",
                "1. %\n- %\n2. %");

        private final Random random;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        ThrownTogether(Random random) {
            this.random = random;
        }

        String text() {
            lines(random.nextInt(12));
            int matters = 1 + random.nextInt(6);
            for (int i = 1; i <= matters; i++) {
                line("§ " + i + (random.nextInt(5) == 0 ? "" : " @ %"));
                lines(random.nextInt(9));
            }
            return text.toString();
        }

        private void lines(int count) {
            for (int i = 0; i < count; i++) {
                line(LINES.get(random.nextInt(LINES.size())));
            }
        }

        private void line(String shape) {
            for (int i = 0; i < shape.length(); i++) {
                char c = shape.charAt(i);
                if (c == '%' || c == '@') {
                    text.append(word(c == '@'));
                } else {
                    text.append(c);
                }
            }
            text.append(random.nextInt(20) == 0 ? "\f" : "\n".repeat(1 + random.nextInt(3)));
        }

        private String word(boolean capital) {
            var word = new StringBuilder();
            for (int i = 0; i < 7; i++) {
                word.append("bcdfghjklmnpqrtvwxzåäö".charAt(random.nextInt(22)));
            }
            if (capital) {
                word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
            }
            words.add(word.toString());
            return word.toString();
        }
    }
}
