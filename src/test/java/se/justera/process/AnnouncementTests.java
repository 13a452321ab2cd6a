package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.justera.kernel.MinutesId;
import se.justera.minutes.Draft;
import se.justera.minutes.MinutesState;
import se.justera.minutes.MinutesView;
import se.justera.notice.Announcement;
import se.justera.notice.Announcements;
import se.justera.notice.NoticeFact.NoticesPosted;
import se.justera.notice.NoticeFact.NoticesTakenDown;
import se.justera.notice.Posting;
import se.justera.process.ProcessStanding.Deadline;

/** Every sequence flow of announcement.bpmn, the last days of the law, and what is recorded out of turn. */
@ProcessTest
class AnnouncementTests {

    /** The tests begin on a Monday; the minutes were adjusted the day before. */
    private static final LocalDate ADJUSTED = LocalDate.of(2026, 11, 1);

    private static final LocalDate LATEST = LocalDate.of(2026, 11, 3);
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 23);
    private static final Instant MORNING_OF_LATEST = Instant.parse("2026-11-03T07:00:00Z");
    private static final Instant END_OF_UNTIL = Instant.parse("2026-11-23T22:59:59Z");

    private static final Set<String> TAKEN = new TreeSet<>();
    private static int testsRun;

    private final ProcessBench bench;
    private final Announcements announcements;

    AnnouncementTests(@Autowired ProcessBench bench, @Autowired Announcements announcements) {
        this.bench = bench;
        this.announcements = announcements;
    }

    @BeforeEach
    void begin() {
        bench.clear();
        bench.announcement.appealUntil(UNTIL);
    }

    @AfterEach
    void noteWhatWasCovered() {
        ClockUtil.reset();
        TAKEN.addAll(bench.coverage.taken());
        testsRun++;
    }

    /** Holds when all tests of this class have run; one of them alone proves nothing here. */
    @AfterAll
    static void everySequenceFlowWasTaken() {
        long tests = Arrays.stream(AnnouncementTests.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (testsRun == tests) {
            var model =
                    Bpmn.readModelFromStream(AnnouncementTests.class.getResourceAsStream("/bpmn/announcement.bpmn"));
            assertThat(TAKEN)
                    .containsAll(model.getModelElementsByType(SequenceFlow.class).stream()
                            .map(SequenceFlow::getId)
                            .toList());
        }
    }

    @Test
    void asksTheRegistrarAsSoonAsAProtocolIsAdjustedAndWaits() {
        var minutes = adjusted();

        assertThat(bench.announcement.taken()).containsExactly("askForPosting");
        assertThat(bench.standing(minutes).activities()).contains("userTask_postNotices");
        assertThat(bench.standing(minutes).deadlines())
                .contains(new Deadline("boundaryEvent_latestPostingDue", MORNING_OF_LATEST));
    }

    @Test
    void notesHaveNoAnnouncement() {
        var minutes = bench.cast.nobody();
        bench.close(minutes);
        bench.work();

        assertThat(bench.announcement.taken()).isEmpty();
        assertThat(instances(minutes)).isZero();
    }

    @Test
    void remindsOnceInTheMorningOfTheLatestDay() {
        adjusted();
        bench.announcement.taken();

        bench.later(Duration.between(ProcessBench.START, MORNING_OF_LATEST).minusSeconds(1));
        assertThat(bench.announcement.taken()).isEmpty();
        bench.later(Duration.ofSeconds(2));
        assertThat(bench.announcement.taken()).containsExactly("remindOfPosting");
        bench.later(Duration.ofDays(10));
        assertThat(bench.announcement.taken()).isEmpty();
    }

    @Test
    void aLateArchiveStampIsRemindedOfAtOnce() {
        adjustedWith(LATEST.minusDays(9));
        bench.later(Duration.ofSeconds(1));

        assertThat(bench.announcement.taken()).containsExactlyInAnyOrder("askForPosting", "remindOfPosting");
    }

    @Test
    void waitsForTheAppealsLastDayThenForTheTakingDownAndThenProves() {
        var minutes = adjusted();
        post(minutes, UNTIL);
        assertThat(bench.standing(minutes).deadlines())
                .contains(new Deadline("intermediateCatchEvent_appealTimeEnded", END_OF_UNTIL));
        bench.announcement.taken();

        bench.later(Duration.between(ProcessBench.START, END_OF_UNTIL).minusSeconds(1));
        assertThat(bench.announcement.taken()).isEmpty();
        bench.later(Duration.ofSeconds(1));
        assertThat(bench.announcement.taken()).containsExactly("examine", "askForTakingDown");
        bench.later(Duration.ofDays(3).plusSeconds(1));
        assertThat(bench.announcement.taken()).containsExactly("remindOfTakingDown");

        takeDown(minutes);
        assertThat(bench.announcement.taken()).containsExactly("prove");
        assertThat(bench.ends(minutes))
                .contains("endEvent_legalForceGained", "endEvent_postingAsked", "endEvent_takingDownAsked")
                .contains("endEvent_takingDownReminded");
        assertThat(instances(minutes)).isZero();
    }

    @Test
    void aMailThatDoesNotGetOutKeepsNobodyFromPosting() {
        bench.announcement.breaks();
        var minutes = adjusted();

        post(minutes, UNTIL);

        assertThat(bench.standing(minutes).activities())
                .contains("intermediateCatchEvent_appealTimeEnded", "serviceTask_askForPosting");
    }

    @Test
    void aDayThatIsPutRightMovesTheAppealsLastDay() {
        var minutes = adjusted();
        post(minutes, UNTIL);

        post(minutes, UNTIL.minusDays(3));

        assertThat(bench.standing(minutes).deadlines())
                .contains(
                        new Deadline("intermediateCatchEvent_appealTimeEnded", END_OF_UNTIL.minus(Duration.ofDays(3))));
        assertThat(instances(minutes)).isEqualTo(1);
    }

    @Test
    void aTimerThatFiresTooEarlyWaitsForTheLastDayThatTheBooksSay() {
        var minutes = adjusted();
        post(minutes, UNTIL.minusDays(7));
        bench.announcement.taken();

        bench.later(Duration.between(ProcessBench.START, END_OF_UNTIL).minus(Duration.ofDays(6)));

        assertThat(bench.announcement.taken()).containsExactly("examine");
        assertThat(bench.standing(minutes).deadlines())
                .contains(new Deadline("intermediateCatchEvent_appealTimeEnded", END_OF_UNTIL));
    }

    @Test
    void whatIsRecordedLongAfterwardsIsTakenAsItWas() {
        var minutes = adjusted();
        ClockUtil.setCurrentTime(java.util.Date.from(END_OF_UNTIL.plus(Duration.ofDays(30))));
        post(minutes, UNTIL);

        takeDown(minutes);

        assertThat(bench.announcement.taken()).contains("prove");
        assertThat(bench.ends(minutes)).contains("endEvent_legalForceGained");
    }

    @Test
    void refusesATakingDownThatNothingWaitsFor() {
        var minutes = adjusted();

        assertThatThrownBy(() -> takeDown(minutes)).isInstanceOf(StepNotWaiting.class);
        assertThat(bench.standing(minutes).activities()).contains("userTask_postNotices");
    }

    @Test
    void minutesAdjustedBeforeThereWasThisModelAreWaitedForFromTheirPostingOn() {
        var minutes = bench.cast.nobody();

        post(minutes, UNTIL);

        assertThat(instances(minutes)).isEqualTo(1);
        assertThat(bench.standing(minutes).deadlines())
                .containsExactly(new Deadline("intermediateCatchEvent_appealTimeEnded", END_OF_UNTIL));
    }

    @Test
    void anAdjustmentInstanceOfAnyModelIsAnnouncedWhenItIsClosed() {
        var minutes = bench.signedBySecretary();
        announced(minutes, LATEST);

        bench.close(minutes);
        bench.work();

        assertThat(instances(minutes)).isEqualTo(1);
    }

    private MinutesId adjusted() {
        return adjustedWith(LATEST);
    }

    private MinutesId adjustedWith(LocalDate latest) {
        var minutes = bench.cast.nobody();
        announced(minutes, latest);
        bench.close(minutes);
        bench.work();
        return minutes;
    }

    private void announced(MinutesId minutes, LocalDate latest) {
        var draft =
                new Draft(null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
        var view = new MinutesView(
                minutes,
                Cast.TENANT,
                MinutesState.ADJUSTED,
                1,
                1,
                draft,
                "7KQ4-M2XP-9TWB",
                null,
                ADJUSTED,
                ProcessBench.START,
                ProcessBench.START);
        var board = new Posting(new UUID(0, 1), "Exempelbygdens kommun", null, null, null, null, null);
        when(announcements.of(minutes))
                .thenReturn(Optional.of(new Announcement(view, 0, ADJUSTED, "Kansliet", latest, List.of(board), null)));
    }

    private void post(MinutesId minutes, LocalDate until) {
        bench.publishNotice(new NoticesPosted(Cast.TENANT, minutes, until));
        bench.work();
    }

    private void takeDown(MinutesId minutes) {
        bench.publishNotice(new NoticesTakenDown(Cast.TENANT, minutes));
        bench.work();
    }

    private long instances(MinutesId minutes) {
        return bench.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(minutes.toString(), Model.ANNOUNCEMENT)
                .count();
    }
}
