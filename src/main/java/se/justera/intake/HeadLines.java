package se.justera.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the lines of a block in the head where one runs on into the next, but never over a label or a heading. */
final class HeadLines {

    /** A line that ends in the middle of a phrase. */
    private static final Pattern HANGING =
            Pattern.compile("\\p{L} (?:i|och|för|med|av|på|till|samt|-|–)$|[ ,]kl(?:\\.|ockan)?$"
                    + "|\\b(?:för|med|i|-|–) (?:Samordnings|Kommunal)förbundet$"
                    + "|, Region$"
                    + "|(?:ersätter|(?:ersättare|tjänstgör|tjänstgörande|stället) för) \\p{Lu}[\\p{L}-]+$");

    /** A line that ends in the middle of an office or a note beside a name. */
    private static final Pattern CUT_OFFICE = Pattern.compile("[ ,](?:vice|[12]:e|ej|anmält|biträdande|tf\\.?)$");

    private HeadLines() {}

    static TextBlock joined(TextBlock block, Wrapping wrapping) {
        var lines = new ArrayList<Line>();
        String before = "";
        for (Line line : block.lines()) {
            String text = line.text();
            if (!lines.isEmpty()
                    && Wrapping.hasRoom(lines.get(lines.size() - 1).text())
                    && runsOn(before, text, wrapping)) {
                Line last = lines.remove(lines.size() - 1);
                lines.add(last.withText(Wrapping.join(last.text(), text)));
            } else {
                lines.add(line);
            }
            before = text;
        }
        return new TextBlock(List.copyOf(lines), block.gap(), block.edgeBefore(), block.edgeAfter());
    }

    private static boolean runsOn(String before, String next, Wrapping wrapping) {
        boolean cut = before.endsWith(",") || CUT_OFFICE.matcher(before).find();
        if (cut && Character.isLowerCase(next.codePointAt(0))) {
            return true;
        }
        if (begins(next)
                || SignatureForm.opens(before)
                || (before.contains("\t") && next.contains("\t"))
                || DottedLine.is(before)) {
            return false;
        }
        return AssociationReader.isHalfName(before)
                || isCut(before, next)
                || Organisations.isCut(before, next)
                || HANGING.matcher(before).find()
                || before.lastIndexOf('(') > before.lastIndexOf(')')
                || (Wrapping.runsOn(before, next) && !isAlone(before))
                || (wrapping.isForced(before, next) && before.contains(",") && !namesSomebody(next));
    }

    /** The end of a line that leaves a §, a range of them, or a name without its brackets. */
    private static boolean isCut(String before, String next) {
        return before.matches("(?s).*§(?: ?\\d+ ?[-–])?") || (next.startsWith("(") && before.contains(","));
    }

    private static boolean namesSomebody(String line) {
        People people = People.ofLine(line);
        return !people.all().isEmpty() && people.unread().isEmpty();
    }

    private static boolean begins(String line) {
        return HeadLabel.in(line).isPresent()
                || Group.in(line).isPresent()
                || DottedLine.is(line)
                || MeetingBody.is(line)
                || AssociationReader.isOrgNumber(line)
                || TitleLines.isDay(line)
                || Offices.isOffice(line);
    }

    /** Labels, headings and titles stand alone even where the next line is in lower case. */
    private static boolean isAlone(String line) {
        return HeadLabel.in(line).filter(l -> l.value().isEmpty()).isPresent()
                || Group.in(line).filter(g -> g.value().isEmpty()).isPresent()
                || line.matches("(?iu)\\p{L}{0,30}protokoll|minnesanteckningar");
    }
}
