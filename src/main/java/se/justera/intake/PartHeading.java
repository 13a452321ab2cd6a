package se.justera.intake;

import java.util.regex.Pattern;

/** The headings of the parts of a matter, by the words that such parts are called by or by how they stand. */
final class PartHeading {

    private static final Pattern PART = Pattern.compile(
            "(?iu)(?:ärendebeskrivning|beskrivning av ärendet|ärendet|bakgrund(?: till ärendet)?|sammanfattning(?: av ärendet)?|redogörelse(?: för ärendet)?|ärendets (?:beredning|gång)"
                    + "|tidigare beslut|bedömning|ekonomiska konsekvenser|motivering(?: till beslutet)?|skäl(?:en)? för beslutet"
                    + "|förslag till beslut|beslutsförslag|ordförandens förslag till beslut|beslutsunderlag"
                    + "|protokollsanteckning|särskilt yttrande|handling(?:ar)?(?: i ärendet)?|underlag(?: för beslut(?:et)?)?|diskussion|ärendet i korthet"
                    + "|(?:kort )?sammanfattning|bakgrund och (?:syfte|sammanfattning)|(?:förvaltningens|kansliets|förbundschefens) (?:förslag|bedömning|synpunkter)(?: till beslut)?"
                    + "|förslag till beslut på sammanträdet|barnkonsekvens(?:analys|er)|konsekvenser|finansiering|tidsplan|syfte|mål|resultat"
                    + "|(?:hur man överklagar|överklagande|motivering till beslutet|skäl till beslutet|lagstöd)):?");
    private static final Pattern PART_WITH_LETTER = Pattern.compile("\\p{Lu}[.)] \\p{Lu}.{1,60}");

    private PartHeading() {}

    /** True for what a part of a matter is called: "Bakgrund", "Beslutsunderlag". */
    static boolean isPart(String line) {
        return PART.matcher(line).matches();
    }

    /** What the parts of a matter are called, and a short first line over a long one. */
    static boolean is(String line, boolean first, TextBlock block) {
        boolean lettered = PART_WITH_LETTER.matcher(line).matches() && HeadingStyle.looksLikeHeading(line);
        if (lettered || PART.matcher(line).matches() || ProceedingsPart.of(line).isPresent()) {
            return true;
        }
        return first
                && !block.isSingle()
                && block.lines().get(1).text().length() > 60
                && line.length() < 60
                && !DecisionForm.isLabel(line)
                && Addressees.in(line).isEmpty()
                && HeadingStyle.looksLikeHeading(line)
                && Character.isUpperCase(block.lines().get(1).text().codePointAt(0));
    }
}
