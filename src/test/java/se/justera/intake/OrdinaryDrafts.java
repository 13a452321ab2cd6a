package se.justera.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import se.justera.minutes.Draft;
import se.justera.minutes.DraftJson;
import tools.jackson.databind.json.JsonMapper;

/** Drafts as a secretary writes them, thrown together: numbered matters with text, decisions and notes, people, signatories. */
final class OrdinaryDrafts {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> NAMES = List.of(
            "Asta Grevby",
            "Birk Olofsbo",
            "Cilla Tranvik",
            "Doris von Essen",
            "Eva-Lotta Grahn",
            "Áile Čearru",
            "Per-Olof Häggkvist",
            "Karin Ståhlfors",
            "Yusuf al Hadid",
            "Ingrid Hjelm Glimne",
            "Olle Å Sandqvist",
            "Nils Åby");
    private static final List<String> HEADINGS = List.of(
            "Mötets öppnande",
            "Val av justerare",
            "Fastställande av dagordning",
            "Ekonomisk rapport per den 31 mars 2026",
            "Ansökan från Växtkraft om medel för ytterligare ett år",
            "Budget 2027 – beslut",
            "Rapport från förbundschefen",
            "Remissvar till Region Norr",
            "Information om lokaler på Storgatan 1",
            "Övriga frågor");
    private static final List<String> SENTENCES = List.of(
            "Ordföranden hälsar ledamöterna välkomna.",
            "Ekonomen går igenom utfallet, som ligger 354 tkr under budget.",
            "Insatsen har pågått sedan 2024 och söker nu stöd för ytterligare en period enligt det utsända underlaget.",
            "Kommunerna har svarat på remissen, och alla utom en tillstyrker förslaget i dess helhet.",
            "En ny hemsida tas fram under hösten.",
            "Frågan väckte många synpunkter: tiden är knapp, lokalerna är små och vägen dit är lång.",
            "Deltagarna kommer från hela länet.",
            "Mer finns att läsa i ”Vägen vidare”, som sändes ut i mars.");
    private static final List<String> CLAUSES = List.of(
            "att lägga rapporten till handlingarna",
            "att bevilja Växtkraft 1 450 000 kronor för 2027",
            "att ge förbundschefen i uppdrag att ta fram ett förslag till nya lokaler och återkomma till styrelsen senast i november",
            "att anta förslaget.");
    private static final List<String> DECIDED = List.of(
            "Styrelsen godkänner rapporten.",
            "Styrelsen beslutar att anta budgeten för 2027.",
            "Styrelsen beslutade att ge förbundschefen i uppdrag att ta fram ett förslag till nya lokaler för verksamheten.");
    private static final List<String> NOTES = List.of(
            "Se protokoll den 20 november.",
            "Lokal samverkansgrupp, där kommunerna och regionen möts fyra gånger om året för att följa upp insatserna.",
            "Beloppet är avrundat.");

    private OrdinaryDrafts() {}

    static Arbitrary<Draft> all() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 120),
                        Arbitraries.of(true, false),
                        items().list().ofMinSize(1).ofMaxSize(7),
                        people(),
                        signing(),
                        layouts())
                .as(OrdinaryDrafts::draft);
    }

    private static Arbitrary<Map<String, Object>> layouts() {
        return Combinators.combine(
                        Arbitraries.of("FIRST", "LAST"),
                        Arbitraries.of("LIST", "GROUPS", "TABLE"),
                        Arbitraries.of("PAGE", "ITEM"))
                .as((signatures, attendance, footnotes) ->
                        Map.of("signatures", signatures, "attendance", attendance, "footnotes", footnotes));
    }

    private static Arbitrary<Map<String, Object>> items() {
        return Combinators.combine(
                        Arbitraries.of(HEADINGS),
                        Arbitraries.of(SENTENCES)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4)
                                .map(sentences -> String.join(" ", sentences))
                                .list()
                                .ofMaxSize(3),
                        decisions(),
                        Arbitraries.of(NOTES).optional(0.2))
                .as((heading, paragraphs, decisions, note) -> {
                    var item = new LinkedHashMap<String, Object>();
                    item.put("heading", heading);
                    item.put("paragraphs", paragraphs);
                    item.put("decisions", decisions);
                    note.ifPresent(text -> item.put("note", text));
                    return item;
                });
    }

    private static Arbitrary<List<Map<String, Object>>> decisions() {
        Arbitrary<List<String>> sentTo = Arbitraries.of(
                List.of(), List.of(), List.of("Växtkraft", "ekonomen"), List.of("Lerdals kommun", "Region Norr"));
        return Arbitraries.oneOf(
                Arbitraries.just(List.of()),
                Combinators.combine(
                                Arbitraries.of(CLAUSES)
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(3)
                                        .uniqueElements(),
                                sentTo)
                        .as((clauses, to) -> clauses.stream()
                                .map(clause -> decision("CLAUSE", clause, to))
                                .toList()),
                Combinators.combine(Arbitraries.of(DECIDED), sentTo)
                        .as((sentence, to) -> List.of(decision("RUN_IN", sentence, to))),
                Arbitraries.of(DECIDED).map(sentence -> List.of(decision("UNLABELLED", sentence, List.of()))));
    }

    private static Map<String, Object> decision(String form, String text, List<String> to) {
        return Map.of("form", form, "text", text, "sentTo", to);
    }

    /** The first is in the chair; the others are members and substitutes, there or not, and officers. */
    private static Arbitrary<List<Map<String, Object>>> people() {
        Arbitrary<Map<String, Object>> others = Combinators.combine(
                        Arbitraries.of("MEMBER", "MEMBER", "VICE_CHAIR", "SUBSTITUTE", "OFFICER"),
                        Arbitraries.of("S", "M", "KD").optional(0.4),
                        Arbitraries.of("Lerdals kommun", "Region Norr", "Försäkringskassan", "AF")
                                .optional(0.6),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(4, "PRESENT"),
                                net.jqwik.api.Tuple.of(1, "EXCUSED"),
                                net.jqwik.api.Tuple.of(1, "ABSENT")),
                        Arbitraries.of(true, false),
                        Arbitraries.of("förbundschef", "ekonom", "utredare"))
                .as((role, party, represents, status, flag, title) -> {
                    var person = new LinkedHashMap<String, Object>();
                    boolean officer = role.equals("OFFICER");
                    person.put("role", role);
                    person.put("status", officer ? "PRESENT" : status);
                    if (!officer) {
                        party.ifPresent(letter -> person.put("party", letter));
                        represents.ifPresent(whom -> person.put("represents", whom));
                    } else {
                        person.put("title", title);
                    }
                    if (role.equals("SUBSTITUTE") && status.equals("PRESENT")) {
                        person.put("serving", flag);
                    }
                    if (role.equals("MEMBER") && status.equals("PRESENT") && flag) {
                        person.put("remote", true);
                    }
                    return person;
                });
        return others.list().ofMinSize(3).ofMaxSize(9);
    }

    /** How many adjust, and what stands beside the names: an office under one of two could be either's where gaps are lost. */
    private static Arbitrary<Map<String, Object>> signing() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of("Justeras", "Justerande", "").optional(0.5),
                        Arbitraries.of("1:e vice ordförande", "Ersättare").optional(0.3),
                        Arbitraries.of("Förbundssekreterare", "Samordnare").optional(0.5))
                .as((adjusters, label, office, title) -> {
                    var signing = new LinkedHashMap<String, Object>();
                    signing.put("adjusters", adjusters);
                    label.filter(text -> !text.isEmpty()).ifPresent(text -> signing.put("label", text));
                    office.ifPresent(text -> signing.put("office", text));
                    title.ifPresent(text -> signing.put("title", text));
                    return signing;
                });
    }

    private static Draft draft(
            int first,
            boolean spaced,
            List<Map<String, Object>> items,
            List<Map<String, Object>> people,
            Map<String, Object> signing,
            Map<String, Object> layout) {
        var draft = new LinkedHashMap<String, Object>();
        draft.put("association", Map.of("name", "Samordningsförbundet Lomsjön", "orgNumber", "222000-0003"));
        draft.put("kind", "PROTOCOL");
        draft.put("body", "styrelsen");
        draft.put(
                "meeting",
                Map.of("date", "2026-04-16", "start", "09:00", "end", "11:30", "place", "Kommunhuset, Lerdal"));
        draft.put("numbering", Map.of("policy", first == 1 ? "RESTART" : "PER_YEAR", "spaced", spaced));
        draft.put("attendance", attendance(people));
        var notes = new ArrayList<Map<String, Object>>();
        draft.put(
                "items",
                IntStream.range(0, items.size())
                        .mapToObj(i -> item(first + i, items.get(i), notes))
                        .toList());
        draft.put("footnotes", notes);
        draft.put("signatories", signatories(signing));
        draft.put("layout", layout);
        return DraftJson.read(JSON.writeValueAsString(draft));
    }

    private static List<Map<String, Object>> attendance(List<Map<String, Object>> people) {
        var all = new ArrayList<Map<String, Object>>();
        all.add(person(0, Map.of("role", "CHAIR", "status", "PRESENT", "party", "C")));
        IntStream.range(0, people.size()).forEach(i -> all.add(person(i + 1, people.get(i))));
        return all;
    }

    private static Map<String, Object> person(int n, Map<String, Object> facts) {
        var person = new LinkedHashMap<String, Object>(facts);
        person.put("name", NAMES.get(n));
        return person;
    }

    private static Map<String, Object> item(int number, Map<String, Object> from, List<Map<String, Object>> notes) {
        var paragraphs = new ArrayList<Object>((List<?>) from.get("paragraphs"));
        Object note = from.get("note");
        if (note != null && !paragraphs.isEmpty()) {
            String mark = String.valueOf(notes.size() + 1);
            notes.add(Map.of("mark", mark, "text", note));
            String last = String.valueOf(paragraphs.remove(paragraphs.size() - 1));
            paragraphs.add(last.replaceFirst("\\.$", "[^" + mark + "]."));
        }
        return Map.of(
                "number",
                number,
                "heading",
                from.get("heading"),
                "blocks",
                paragraphs.stream()
                        .map(text -> Map.of("type", "PARAGRAPH", "text", text))
                        .toList(),
                "decisions",
                from.get("decisions"));
    }

    private static List<Map<String, Object>> signatories(Map<String, Object> signing) {
        var all = new ArrayList<Map<String, Object>>();
        all.add(signatory("Moa Skrivare", "SECRETARY", signing.get("title"), null));
        all.add(signatory(NAMES.get(0), "CHAIR", null, signing.get("label") == null ? null : "Justeras"));
        int adjusters = (Integer) signing.getOrDefault("adjusters", 0);
        for (int i = 1; i <= adjusters; i++) {
            all.add(signatory(NAMES.get(i), "ADJUSTER", signing.get("office"), signing.get("label")));
        }
        return all;
    }

    private static Map<String, Object> signatory(
            String name, String role, @Nullable Object title, @Nullable Object label) {
        var signatory = new LinkedHashMap<String, Object>();
        signatory.put("name", name);
        signatory.put("role", role);
        if (title != null) {
            signatory.put("title", title);
        }
        if (label != null) {
            signatory.put("label", label);
        }
        return signatory;
    }
}
