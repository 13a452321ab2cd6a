package se.justera.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes out the page that another service put after minutes that were signed there: who signed when and how, and how to
 * check it. Where anything else stands among that, or no place to sign stands before it, all is left.
 */
final class SigningPage {

    private static final Pattern START = Pattern.compile(
            "(?iu)verifikat|(?:underskrifts?|signerings?|signatur|undertecknande)(?:sida|bevis|blad|certifikat|historik)"
                    + "|elektroniska? (?:underskrift(?:er)?|signatur(?:er)?)|(?:digital|elektronisk) signering|e-signering(?:ar)?"
                    + "|penneo|scrive|transaktion(?:s-?id)?[ :]{1,3}\\d{6,}.*"
                    + "|(?:signaturerna|underskrifterna) i (?:detta|det här) dokument.*"
                    + "|följande (?:handlingar|dokument|personer) har .{0,60}(?:signera|underteckna|underskri).*"
                    + "|(?:dokumentet|handlingen|protokollet|(?:detta|det här) (?:dokument|protokoll)) (?:är|har) .{0,30}(?:signera|underteckna).*");
    private static final Pattern OF_SIGNING = Pattern.compile(
            "(?iu).*(?:sign(?:er|atur|aut)|undertecknar|undertecknat|undertecknad|underskrift|verifi|bankid|freja|sms-kod|eidas|e-legitimation"
                    + "|juridiskt|dokument|\\bpdf\\b|adobe|\\bip(?:-adress)?\\b|\\b(?:utc|cet|cest|gmt)\\b|serienummer|transaktion|sha-?\\d|hash"
                    + "|identitet|tidsstämp|tidstämp|penneo|scrive|visma|assently|initierare|\\S@\\S).*",
            Pattern.DOTALL);
    private static final Pattern STAMP = Pattern.compile(
            "(?iu)(?:[\\d:./ +()-]|kl|den|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december){1,60}");
    private static final Pattern INITIALS = Pattern.compile(" \\(\\p{Lu}{1,4}\\)$");
    private static final Pattern ATTACHMENT = Pattern.compile("(?iu)bilag(?:a|or)\\b.*");
    private static final int LONGEST = 200;
    private static final int LONGEST_PARAGRAPH = 900;

    private SigningPage() {}

    /** @param taken what the page said, in one line; empty where there was none */
    record Left(List<Line> lines, String taken) {}

    static Left leftOf(List<Line> lines) {
        int after = 0;
        boolean signed = false;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text();
            boolean opens = SignatureForm.opens(text);
            signed |= opens;
            after = opens || (text.length() <= LONGEST && Headline.of(text).isPresent()) ? i + 1 : after;
        }
        Set<String> said =
                lines.subList(0, after).stream().map(Line::text).collect(Collectors.toCollection(HashSet::new));
        for (int i = after; i < lines.size() && signed; i++) {
            if (isStart(lines.get(i).text())) {
                List<Line> page = lines.subList(i, lines.size());
                return isOfSigning(page, said)
                        ? new Left(List.copyOf(lines.subList(0, i)), text(page))
                        : new Left(lines, "");
            }
        }
        return new Left(lines, "");
    }

    private static String text(List<Line> page) {
        return page.stream()
                .filter(Line::hasText)
                .map(line -> line.text().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
    }

    private static boolean isStart(String line) {
        return !line.isEmpty()
                && line.length() <= LONGEST
                && (Outline.isSignedPage(line)
                        || START.matcher(SignatureForm.bare(line)).matches());
    }

    private static boolean isOfSigning(List<Line> page, Set<String> said) {
        return TextBlock.of(page).stream().allMatch(block -> isOfSigning(block, said));
    }

    private static boolean isOfSigning(TextBlock block, Set<String> said) {
        boolean attachment =
                block.texts().stream().anyMatch(line -> ATTACHMENT.matcher(line).matches());
        String text = block.text();
        boolean sentence =
                text.length() <= LONGEST_PARAGRAPH && OF_SIGNING.matcher(text).matches();
        return !attachment
                && (sentence
                        || block.texts().stream()
                                .allMatch(line -> line.length() <= LONGEST
                                        && (said.contains(line) || cells(line).allMatch(SigningPage::isFact))));
    }

    private static Stream<String> cells(String line) {
        return SignatureReader.COLUMNS.splitAsStream(line);
    }

    /** A name, an office, an organisation, a time or a number of a page. */
    private static boolean isFact(String cell) {
        String bare = INITIALS.matcher(cell).replaceFirst("");
        return Names.isName(bare)
                || OfficeLine.isOffice(bare)
                || Organisations.isOrganisation(bare)
                || STAMP.matcher(cell).matches()
                || PageNumber.without(cell).isEmpty()
                || OF_SIGNING.matcher(cell).matches()
                || (bare.split(" ", -1).length <= 3 && People.of(bare).all().size() == 1);
    }
}
