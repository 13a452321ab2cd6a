package se.justera.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes personal numbers (and coordination numbers) and mail addresses out of all that a draft says. Whatever looks like
 * one goes, also with a wrong check digit: a mistyped number still points at somebody.
 */
final class PersonalData {

    static final String NUMBER_WORD = "(personnummer borttaget)";
    static final String ADDRESS_WORD = "(e-postadress borttagen)";

    private static final int COORDINATION = 60;
    private static final Pattern MAIL_LINK =
            Pattern.compile("\\[([^\\]\\[]*)]\\(\\s*mailto:[^)]*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:mailto:)?[\\p{L}\\p{N}][\\p{L}\\p{N}._%+\\-\\\\]{0,100}@(?:[\\p{L}\\p{N}\\-\\\\]{1,80}\\.){1,8}[\\p{L}\\p{N}\\-]{2,30}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{Nd}])(?:19|20)?\\p{Nd}{2}(\\p{Nd}{2})(\\p{Nd}{2})(?:\\s?\\\\?[-+\\u2010-\\u2015\\u2212]\\s?|\\s)?"
                    + "(?:\\p{Nd}{4}|\\p{Lu}\\p{Nd}{3})(?![\\p{Nd}])");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\n]]");

    private PersonalData() {}

    /** The same draft without them; addresses of signatories are absent. */
    static Draft without(Draft draft) {
        ObjectNode tree = (ObjectNode) cleaned(DraftJson.tree(draft.withoutAddresses()));
        if (draft.association() != null && draft.association().orgNumber() != null) {
            // looks like a personal number, but is public
            ((ObjectNode) tree.path("association"))
                    .put("orgNumber", draft.association().orgNumber());
        }
        return DraftJson.read(tree.toString());
    }

    private static JsonNode cleaned(JsonNode node) {
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(masked(node.stringValue()));
        }
        if (node.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            node.forEach(child -> all.add(cleaned(child)));
            return all;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(p -> object.set(p.getKey(), cleaned(p.getValue())));
            return object;
        }
        return node;
    }

    /** What is hidden behind signs of emphasis or invisible characters goes as well, and the emphasis with it. */
    static String masked(String text) {
        String masked = withoutAny(text);
        String plain = INVISIBLE.matcher(text).replaceAll("").replaceAll("[*\\\\]", "");
        String plainMasked = withoutAny(plain);
        boolean hidden =
                !plainMasked.equals(plain) && !masked.replaceAll("[*\\\\]", "").equals(plainMasked);
        return hidden ? plainMasked : masked;
    }

    private static String withoutAny(String text) {
        String unlinked = MAIL_LINK.matcher(text).replaceAll("$1");
        String withoutAddresses = ADDRESS.matcher(unlinked).replaceAll(ADDRESS_WORD);
        return NUMBER.matcher(withoutAddresses)
                .replaceAll(m -> Matcher.quoteReplacement(isDay(m.group(1), m.group(2)) ? NUMBER_WORD : m.group()));
    }

    private static boolean isDay(String month, String day) {
        int number = Integer.parseInt(day);
        try {
            // a leap year, so that 29 February is a day whatever the century
            LocalDate.of(2000, Integer.parseInt(month), number > COORDINATION ? number - COORDINATION : number);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
