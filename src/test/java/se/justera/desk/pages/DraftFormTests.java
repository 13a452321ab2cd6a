package se.justera.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.justera.desk.TestMinutes;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.AttendeeRole;
import se.justera.minutes.Draft.Item;
import tools.jackson.databind.json.JsonMapper;

class DraftFormTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"board", "committee", "every-element", "notes", "adjusted-at-once"})
    void losesNothingOfADraftThatIsSavedUntouched(String name) throws IOException {
        Draft draft = fixture(name);
        var read = read(sent(draft), draft);
        assertThat(read.draft()).isEqualTo(draft);
        assertThat(read.misread()).isEmpty();
    }

    @Test
    void keepsWhatTheFormDoesNotShowWhenTheRestChanges() throws IOException {
        Draft draft = fixture("every-element");
        MultiValueMap<String, String> fields = sent(draft);
        fields.set("meeting.place", "Biblioteket");
        fields.set("attendance[0].name", "Någon Annan");
        fields.set("items[0].heading", "Ny rubrik");
        fields.set("items[0].decisions", fields.getFirst("items[0].decisions") + "\natt tacka för kaffet");
        Draft now = read(fields, draft).draft();
        var before = draft.attendance().get(0);
        assertThat(meeting(now).place()).isEqualTo("Biblioteket");
        assertThat(meeting(now).date()).isEqualTo(meeting(draft).date());
        assertThat(now.attendance().get(0))
                .isEqualTo(new Draft.Attendee(
                        "Någon Annan",
                        before.role(),
                        before.title(),
                        before.party(),
                        before.represents(),
                        before.group(),
                        before.status(),
                        before.remote(),
                        before.presentFor()));
        assertThat(now.attendance().subList(1, now.attendance().size()))
                .isEqualTo(draft.attendance().subList(1, draft.attendance().size()));
        assertThat(now.footnotes()).isEqualTo(draft.footnotes());
        assertThat(now.items().get(0).heading()).isEqualTo("Ny rubrik");
        assertThat(now.items().get(0).blocks()).isEqualTo(draft.items().get(0).blocks());
        assertThat(now.items().get(0).decisions())
                .containsAll(draft.items().get(0).decisions())
                .endsWith(new Draft.Decision("att tacka för kaffet"));
        assertThat(now.items().subList(1, now.items().size()))
                .isEqualTo(draft.items().subList(1, draft.items().size()));
    }

    @Test
    void followsRowsThatMoveWhenOthersComeAndGo() {
        Draft draft = draft(item(1, "Ett", item(null, "Ett a")), item(2, "Två"), item(3, "Tre"));
        DraftForm form = DraftForm.sent(sent(draft));
        form = RowChange.of("remove items 2").apply(form); // Två
        form = RowChange.of("add items 1").apply(form); // after Ett a, at its level
        form = RowChange.of("sub items 3").apply(form); // under Tre
        MultiValueMap<String, String> fields = fields(form);
        fields.set("items[2].heading", "Ett b");
        fields.set("items[4].heading", "Tre a");
        assertThat(read(fields, draft).draft().items())
                .containsExactly(
                        item(1, "Ett", item(null, "Ett a"), item(null, "Ett b")), item(3, "Tre", item(null, "Tre a")));
    }

    @Test
    void removesAnItemWithWhatHangsUnderIt() {
        Draft draft = draft(item(1, "Ett", item(null, "Ett a")), item(2, "Två"));
        DraftForm form = RowChange.of("remove items 0").apply(DraftForm.sent(sent(draft)));
        assertThat(read(fields(form), draft).draft().items()).containsExactly(item(2, "Två"));
    }

    @Test
    void ignoresRowsThatNobodyTypedIn() {
        DraftForm form = DraftForm.sent(sent(TestMinutes.empty()));
        for (String part : List.of("adjournments", "attendance", "items", "signatories", "nextMeetings")) {
            form = RowChange.of("add " + part).apply(form);
        }
        assertThat(read(fields(form), TestMinutes.empty()).draft()).isEqualTo(TestMinutes.empty());
    }

    @Test
    void ignoresButtonsForRowsThatAreNotThere() {
        DraftForm form = DraftForm.sent(sent(TestMinutes.complete()));
        assertThat(RowChange.of("remove items 99").apply(form)).isEqualTo(form);
        for (String button : new String[] {"remove footnotes 0", "drop items 0", "save", "", "remove items x"}) {
            assertThat(RowChange.of(button).changes()).isFalse();
        }
    }

    @Test
    void saysWhichFieldsItCouldNotUnderstand() {
        MultiValueMap<String, String> fields = sent(TestMinutes.complete());
        fields.set("meeting.date", "12 mars");
        fields.set("meeting.start", "kl 9");
        fields.set("items[0].number", "ett");
        fields.set("attendance[0].role", "KING");
        assertThat(read(fields, TestMinutes.complete()).misread())
                .extracting(Typed.Misread::field)
                .containsExactlyInAnyOrder("meeting-date", "meeting-start", "items-0-number", "attendance-0-role");
    }

    @Test
    void understandsTimesWithAFullStop() {
        MultiValueMap<String, String> fields = sent(TestMinutes.complete());
        fields.set("meeting.start", "09.30");
        assertThat(meeting(read(fields, TestMinutes.complete()).draft()).start())
                .hasToString("09:30");
    }

    @Test
    void takesInAdjustmentAndAdjournments() {
        MultiValueMap<String, String> fields = sent(TestMinutes.complete());
        fields.set("adjournments[0].start", "10.15");
        fields.set("adjournments[0].end", "10:30");
        fields.set("adjournments[0].afterItem", "1");
        fields.set("adjustmentDay", "2026-03-16");
        fields.set("adjustmentTime", "13.00");
        fields.set("adjustmentPlace", "Kansliet");
        fields.set("immediateAdjustment", "true");
        fields.set("items[0].caseNumber", "2026/12");
        fields.set("items[0].immediateAdjustment", "true");
        Draft now = read(fields, TestMinutes.complete()).draft();
        assertThat(meeting(now).adjournments())
                .containsExactly(new Draft.Adjournment(LocalTime.of(10, 15), LocalTime.of(10, 30), 1, null));
        assertThat(List.of(
                        String.valueOf(now.adjustmentDay()),
                        String.valueOf(now.adjustmentTime()),
                        String.valueOf(now.adjustmentPlace()),
                        String.valueOf(now.immediateAdjustment()),
                        String.valueOf(now.items().get(0).caseNumber()),
                        String.valueOf(now.items().get(0).immediateAdjustment())))
                .containsExactly("2026-03-16", "13:00", "Kansliet", "true", "2026/12", "true");
    }

    @Test
    void clearsWhatIsEmptied() {
        MultiValueMap<String, String> fields = sent(TestMinutes.complete());
        fields.set("caseNumber", " ");
        fields.set("attendance[0].role", "");
        Draft now = read(fields, TestMinutes.complete()).draft();
        assertThat(now.caseNumber()).isNull();
        assertThat(now.attendance().get(0).role()).isNull();
        assertThat(TestMinutes.complete().attendance().get(0).role()).isEqualTo(AttendeeRole.CHAIR);
    }

    @Test
    void keepsAFalseThatTheTickCannotSay() {
        var plain = item(1, "Ett");
        Draft draft = draft(new Item(1, "Ett", List.of(), List.of(), false, List.of()));
        assertThat(read(sent(draft), draft).draft()).isEqualTo(draft);
        MultiValueMap<String, String> fields = sent(draft(plain));
        fields.set("items[0].withdrawn", "true");
        assertThat(read(fields, draft(plain)).draft().items().get(0).withdrawn())
                .isTrue();
    }

    private static DraftForms.Read read(MultiValueMap<String, String> fields, Draft before) {
        var typed = new FormAsDraft(DraftForm.sent(fields), before);
        return new DraftForms.Read(typed.draft(), typed.misread());
    }

    private static MultiValueMap<String, String> sent(Draft draft) {
        return fields(DraftAsForm.of(draft, "{}", 1L));
    }

    /** What a browser sends of this form: line ends become CR LF. */
    private static MultiValueMap<String, String> fields(DraftForm form) {
        var fields = new LinkedMultiValueMap<String, String>();
        form.facts().forEach(fields::add);
        for (Section section : Section.values()) {
            List<Map<String, String>> rows = form.rowsOf(section);
            for (int i = 0; i < rows.size(); i++) {
                String row = section.property() + "[" + i + "].";
                rows.get(i).forEach((name, value) -> fields.add(row + name, value.replace("\n", "\r\n")));
            }
        }
        return fields;
    }

    private static Draft.Meeting meeting(Draft draft) {
        return Objects.requireNonNull(draft.meeting());
    }

    private static Draft draft(Item... items) {
        return new Draft(
                null, null, null, null, null, null, List.of(), List.of(items), List.of(), List.of(), List.of());
    }

    private static Item item(@Nullable Integer number, String heading, Item... under) {
        return new Item(number, heading, List.of(), List.of(), null, List.of(under));
    }

    private static Draft fixture(String name) throws IOException {
        return JSON.readValue(
                new ClassPathResource("drafts/" + name + ".json").getContentAsString(StandardCharsets.UTF_8),
                Draft.class);
    }
}
