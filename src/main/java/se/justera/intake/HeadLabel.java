package se.justera.intake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The labels that stand before a fact in the head of minutes, and what such a fact may look like. */
enum HeadLabel {
    DATE(
            "\\D{0,20}\\d.*",
            "mötesdatum",
            "sammanträdesdatum",
            "sammanträdesdag",
            "datum och tid",
            "tid och datum",
            "dag och tid",
            "datum",
            "dag"),
    TIME("\\D{0,8}\\d.*", "mötestid", "sammanträdestid", "klockan", "tid", "kl"),
    PLACE_AND_TIME(
            ".{1,300}",
            "plats och tid för sammanträdet",
            "tid och plats för sammanträdet",
            "plats och tid",
            "tid och plats",
            "plats/tid",
            "tid/plats",
            "plats, tid",
            "tid, plats",
            "plats & tid",
            "tid & plats",
            "datum och plats",
            "plats och datum"),
    ADJOURNMENT(".{0,20}\\d.*", "ajourneringar", "ajournering"),
    IMMEDIATE_ADJUSTMENT("(?:§|(?i:paragraf|hela|samtliga|protokollet)|\\d).{0,100}", "omedelbar justering"),
    ADJUSTMENT_PLACE(
            "[\\p{Lu}\\d].{1,100}",
            "plats för justering",
            "justeringsplats",
            "justeringens plats",
            "plats för protokolljustering",
            "plats för protokollsjustering"),
    PLACE("[\\p{Lu}\\d].{1,200}", "mötesplats", "sammanträdesplats", "plats", "lokal"),
    CASE_NUMBER(
            "(?=.*\\d)[\\p{L}\\d][\\p{L}\\d ./:_-]{0,40}(?:\\(§[^)]{1,30}\\)[ \\d()]{0,120})?",
            "diarienummer",
            "diarienr",
            "diarie nr",
            "ärendenummer",
            "ärendenr",
            "dnr",
            "d.nr"),
    NUMBER(
            "#?\\D{0,12}\\d.{0,30}",
            "protokollsnummer",
            "protokollnummer",
            "protokollsnr",
            "protokoll nummer",
            "protokoll nr",
            "mötesnummer",
            "sammanträdesnummer",
            "möte nr",
            "sammanträde nr"),
    /** As our own pages write it. */
    SESSION("(?iu)nr #?\\d.{0,30}", "sammanträde"),
    MODE("(?iu)(?:på plats|digitalt|på distans).{0,30}", "deltagande", "mötesform"),
    MEMBERS("\\d{1,3}", "antal ledamöter"),
    REMOTE_DECISION("\\p{L}.{3,300}|§.{1,300}", "beslut om deltagande på distans"),
    BODY("\\p{L}.{1,80}", "organ", "beslutsorgan"),
    PARAGRAPHS(
            "(?:(?iu)nr\\.? ?)?§{0,2} ?\\d{1,5}(?:/\\d{2,4})?(?: ?(?:[-–]|t ?\\.?o ?\\.?m\\.?|till(?: och med)?) ?§? ?\\d{1,5}(?:/\\d{2,4})?)?",
            "paragrafer",
            "paragraf",
            "mötets omfattning",
            "protokollets omfattning",
            "omfattning",
            "§§"),
    ADJUSTMENT(
            "\\D{0,60}\\d.*",
            "justeringsdag",
            "justeringsdatum",
            "justeringens plats och tid",
            "plats och tid för justeringen",
            "plats och tid för justering",
            "tid och plats för justeringen",
            "tid och plats för justering",
            "justeringens tid och plats",
            "justeringens plats och dag",
            "justering plats och tid",
            "justeringens plats/tid",
            "justeringens tid/plats",
            "datum för justeringen",
            "datum för justering",
            "justeringstid"),
    ADJUSTER(
            "\\p{Lu}.{3,200}",
            "utses att justera",
            "utsedd att justera",
            "utsedda att justera",
            "att justera",
            "utsedda justerare",
            "protokolljusterare",
            "protokollsjusterare",
            "justeringspersoner",
            "justeringsperson",
            "justerare",
            "justerande",
            "justeras av"),
    SECRETARY(
            "\\p{Lu}.{3,80}",
            "sekreterare",
            "mötessekreterare",
            "förbundssekreterare",
            "protokollförare",
            "antecknare",
            "anteckningar förda av",
            "protokoll fört av",
            "protokollet fört av",
            "vid protokollet"),
    SIGNATURES("(?!)", "underskrifter", "underskrift", "signaturer"),
    /** Headings of parts of the head, which say nothing themselves. */
    PART(
            "(?!)",
            "justering och sekreterare",
            "sekreterare och justering",
            "justering",
            "mötesuppgifter",
            "uppgifter om mötet",
            "närvarolista",
            "närvaroförteckning");

    private static final int LONGEST = 2000;
    private static final List<Name> BY_LENGTH = Arrays.stream(values())
            .flatMap(l -> l.names.stream().map(n -> new Name(n, l)))
            .sorted(Comparator.comparing((Name n) -> n.text().length()).reversed())
            .toList();

    private final Pattern value;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    HeadLabel(String value, String... names) {
        this.value = Pattern.compile(value);
        this.names = List.of(names);
    }

    private record Name(String text, HeadLabel label) {}

    /** A label that a line begins with: as written, and what follows it, which may be nothing. */
    record Found(HeadLabel label, String written, String value) {}

    static Optional<Found> in(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = line.toLowerCase(Locale.ROOT);
        return BY_LENGTH.stream()
                .filter(n -> lower.startsWith(n.text()))
                .flatMap(n -> n.label().after(line, n.text().length()).stream())
                .findFirst();
    }

    /** A colon, a tab or a gap makes a label; a single blank only before what such a fact looks like. */
    private Optional<Found> after(String line, int length) {
        String rest = line.substring(length);
        String value = rest.replaceFirst("^[\\s:.]{1,40}", "").strip();
        boolean marked = rest.isBlank() || rest.matches("(?s)\\s?[:.]?\\s*|\\s{0,3}:.*|\\s*\t.*|\\s{2,}.*");
        boolean plain = rest.startsWith(" ") && accepts(value);
        boolean known = !onlyWithFact() || accepts(value);
        return known && (marked || plain)
                ? Optional.of(new Found(this, line.substring(0, length), value))
                : Optional.empty();
    }

    /** A word that means something else elsewhere, over the fact that makes it a label. */
    static boolean standsAlone(TextBlock block, TextBlock next) {
        String word = block.last().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(HeadLabel::onlyWithFact)
                .anyMatch(l -> l.names.contains(word) && l.accepts(next.first()));
    }

    /** Words that mean something else where such a fact does not follow. */
    private boolean onlyWithFact() {
        return this == SESSION || this == MODE || this == MEMBERS || this == IMMEDIATE_ADJUSTMENT;
    }

    /** True for what such a fact looks like. */
    boolean accepts(String fact) {
        return value.matcher(fact).matches()
                && ((this != ADJUSTER && this != SECRETARY)
                        || !People.of(fact).all().isEmpty());
    }
}
