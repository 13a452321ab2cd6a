package se.justera.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** How a process is drawn here, so that people can read it and the engine runs it as they read it. */
@ParameterizedClass
@ValueSource(strings = {"minutes-adjustment", "preservation", "announcement"})
class BpmnStyleTests {

    private static final Pattern PLAIN_EXPRESSION =
            Pattern.compile("\\$\\{[a-zA-Z]+(\\.[a-zA-Z]+(\\(execution\\))?)?}");
    private static final Pattern ISO_TIMER =
            Pattern.compile("(R\\d*/)?P(T?\\d+[YMWDHS])+|\\$\\{(schedule\\.)?[a-zA-Z]+}");

    private static final Map<String, List<String>> HAPPY_PATHS = Map.of(
            "minutes-adjustment",
            List.of(
                    "startEvent_draftSubmitted",
                    "serviceTask_inviteReviewer",
                    "userTask_reviewDraft",
                    "exclusiveGateway_approved",
                    "serviceTask_sealDocument",
                    "receiveTask_awaitSecretarySignature",
                    "receiveTask_awaitSignatorySignature",
                    "serviceTask_preserveDocument",
                    "serviceTask_closeMinutes",
                    "serviceTask_reportCompletion",
                    "endEvent_minutesAdjusted"),
            "preservation",
            List.of(
                    "startEvent_documentPreserved",
                    "exclusiveGateway_lookDue",
                    "serviceTask_examineTimestamp",
                    "exclusiveGateway_renewalDue",
                    "serviceTask_renewTimestamp",
                    "endEvent_documentPreserved"),
            "announcement",
            List.of(
                    "startEvent_protocolAdjusted",
                    "userTask_postNotices",
                    "intermediateCatchEvent_appealTimeEnded",
                    "serviceTask_examineNotices",
                    "exclusiveGateway_appealTimeEnded",
                    "userTask_takeDownNotices",
                    "serviceTask_proveNotices",
                    "endEvent_legalForceGained"));

    private final String name;
    private final BpmnModelInstance model;

    BpmnStyleTests(String name) {
        this.name = name;
        this.model = read(name);
    }

    @Test
    void isValidAgainstTheSchema() {
        Bpmn.validateModel(model);
    }

    @Test
    void namesEveryActivityWithVerbAndObject() {
        assertThat(all(Activity.class))
                .allSatisfy(activity -> assertThat(nameOf(activity)).matches("[A-Z][a-z]+ .+"));
    }

    @Test
    void namesEveryEventWithObjectAndState() {
        assertThat(all(FlowNode.class).stream()
                        .filter(node -> !(node instanceof Activity) && !(node instanceof Gateway)))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(nameOf(event)).matches("[A-Z][a-z']+( [a-z']+)* [a-z]+(ed|ue|ne)"));
    }

    @Test
    void asksAQuestionAtEveryGatewayThatDecides() {
        assertThat(deciding()).isNotEmpty().allSatisfy(gateway -> {
            assertThat(nameOf(gateway)).endsWith("?");
            assertThat(gateway.getOutgoing())
                    .allSatisfy(flow -> assertThat(nameOf(flow)).isNotBlank());
        });
    }

    @Test
    void decidesByConditionsAndADefault() {
        assertThat(deciding()).allSatisfy(gateway -> {
            SequenceFlow otherwise = Objects.requireNonNull(gateway.getDefault(), gateway.getId());
            assertThat(gateway.getOutgoing())
                    .allSatisfy(flow ->
                            assertThat(flow.getConditionExpression() == null).isEqualTo(flow.equals(otherwise)));
        });
    }

    @Test
    void joinsAndSplitsWithGatewaysOnly() {
        assertThat(all(FlowNode.class).stream().filter(node -> !(node instanceof Gateway)))
                .allSatisfy(node -> {
                    assertThat(node.getIncoming()).hasSizeLessThan(2);
                    assertThat(node.getOutgoing()).hasSizeLessThan(2);
                });
    }

    @Test
    void connectsEveryNode() {
        assertThat(all(FlowNode.class))
                .filteredOn(node -> !(node instanceof EndEvent) && !isEventSubProcess(node))
                .allSatisfy(node -> assertThat(node.getOutgoing()).isNotEmpty());
        assertThat(all(Activity.class))
                .filteredOn(node -> !isEventSubProcess(node))
                .allSatisfy(node -> assertThat(node.getIncoming()).isNotEmpty());
    }

    @Test
    void choosesIdsByHandWithTheKindOfElementInFront() {
        assertThat(all(FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId())
                        .matches(element.getElementType().getTypeName() + "_[a-z][a-zA-Z]+"));
    }

    @Test
    void runsEveryServiceTaskInAJobOfItsOwn() {
        assertThat(all(ServiceTask.class)).isNotEmpty().allSatisfy(task -> {
            var each = task.getLoopCharacteristics();
            boolean ownJob = each instanceof MultiInstanceLoopCharacteristics loop
                    ? loop.isCamundaAsyncBefore()
                    : task.isCamundaAsyncBefore();
            assertThat(ownJob).as(task.getId()).isTrue();
            assertThat(task.isCamundaExclusive()).isTrue();
            assertThat(task.getCamundaDelegateExpression()).isNotBlank();
        });
    }

    @Test
    void commitsWhatAPersonDidBeforeAnythingElseHappens() {
        assertThat(Stream.concat(all(UserTask.class).stream(), all(ReceiveTask.class).stream()))
                .allSatisfy(task -> assertThat(task.isCamundaAsyncAfter()).isTrue());
    }

    @Test
    void findsTheRightPersonsReceiveTaskByALocalVariable() {
        assertThat(all(ReceiveTask.class))
                .allSatisfy(task -> assertThat(
                                task.getExtensionElements().getDomElement().getTextContent())
                        .contains("${participant}"));
    }

    @Test
    void writesTimersInIso8601() {
        assertThat(all(TimerEventDefinition.class))
                .isNotEmpty()
                .allSatisfy(timer -> assertThat(
                                Stream.of(timer.getTimeCycle(), timer.getTimeDate(), timer.getTimeDuration())
                                        .filter(Objects::nonNull)
                                        .map(ModelElementInstance::getTextContent))
                        .hasSize(1)
                        .allMatch(text -> ISO_TIMER.matcher(text.trim()).matches()));
    }

    @Test
    void remindsWithoutInterrupting() {
        assertThat(all(BoundaryEvent.class))
                .filteredOn(
                        event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .allSatisfy(event -> assertThat(event.cancelActivity()).isFalse());
    }

    @Test
    void hasNoScriptsAndWaitsForNobodyAtEventBasedGateways() {
        assertThat(all(ScriptTask.class)).isEmpty();
        assertThat(all(Script.class)).isEmpty();
        assertThat(all(CamundaScript.class)).isEmpty();
        assertThat(all(EventBasedGateway.class)).isEmpty();
    }

    @Test
    void hasNoLogicInExpressions() {
        var expressions = Stream.of(
                        all(ConditionExpression.class).stream().map(ModelElementInstance::getTextContent),
                        all(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
                        all(MultiInstanceLoopCharacteristics.class).stream()
                                .map(MultiInstanceLoopCharacteristics::getCamundaCollection))
                .flatMap(all -> all);

        assertThat(expressions)
                .isNotEmpty()
                .allMatch(text -> PLAIN_EXPRESSION.matcher(text.trim()).matches());
    }

    @Test
    void saysHowLongItsHistoryIsKept() {
        assertThat(all(Process.class))
                .isNotEmpty()
                .allSatisfy(process ->
                        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D"));
    }

    @Test
    void drawsEveryNodeAndEveryFlow() {
        var drawn = Stream.concat(
                all(BpmnShape.class).stream()
                        .map(shape -> shape.getBpmnElement().getId()),
                all(BpmnEdge.class).stream().map(edge -> edge.getBpmnElement().getId()));

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        all(FlowElement.class).stream().map(FlowElement::getId).toList());
    }

    @Test
    void marksEveryExclusiveGateway() {
        assertThat(all(BpmnShape.class))
                .filteredOn(shape -> shape.getBpmnElement() instanceof ExclusiveGateway)
                .isNotEmpty()
                .allSatisfy(shape -> assertThat(shape.isMarkerVisible()).isTrue());
    }

    @Test
    void drawsTheHappyPathOnOneStraightLineFromLeftToRight() {
        var path = HAPPY_PATHS.getOrDefault(name, List.of()).stream()
                .map(this::bounds)
                .toList();

        assertThat(path.stream().map(b -> b.getY() + b.getHeight() / 2).distinct())
                .hasSize(1);
        assertThat(path.stream().map(Bounds::getX)).isSorted();
    }

    @Test
    void overlapsNoTwoNodesButEventsOnTheirBorderAndWhatASubProcessHolds() {
        List<BpmnShape> shapes = all(BpmnShape.class).stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof BoundaryEvent))
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                .toList();
        for (BpmnShape one : shapes) {
            for (BpmnShape other : shapes) {
                assertThat(one == other || apart(one.getBounds(), other.getBounds()))
                        .as("%s and %s", one.getId(), other.getId())
                        .isTrue();
            }
        }
    }

    @Test
    void crossesNoTwoFlows() {
        List<BpmnEdge> edges = List.copyOf(all(BpmnEdge.class));
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                assertThat(cross(edges.get(i), edges.get(j)))
                        .as("%s and %s", edges.get(i).getId(), edges.get(j).getId())
                        .isFalse();
            }
        }
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private List<ExclusiveGateway> deciding() {
        return all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess part && part.triggeredByEvent();
    }

    private static String nameOf(FlowElement element) {
        return Objects.requireNonNullElse(element.getName(), "");
    }

    private Bounds bounds(String node) {
        return all(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(node))
                .findFirst()
                .orElseThrow()
                .getBounds();
    }

    private static boolean apart(Bounds a, Bounds b) {
        return a.getX() + a.getWidth() < b.getX()
                || b.getX() + b.getWidth() < a.getX()
                || a.getY() + a.getHeight() < b.getY()
                || b.getY() + b.getHeight() < a.getY();
    }

    private static boolean cross(BpmnEdge one, BpmnEdge other) {
        List<Waypoint> a = List.copyOf(one.getWaypoints());
        List<Waypoint> b = List.copyOf(other.getWaypoints());
        for (int i = 1; i < a.size(); i++) {
            for (int j = 1; j < b.size(); j++) {
                if (segment(a.get(i - 1), a.get(i)).intersectsLine(segment(b.get(j - 1), b.get(j)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static java.awt.geom.Line2D segment(Waypoint from, Waypoint to) {
        return new java.awt.geom.Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY());
    }

    private static BpmnModelInstance read(String name) {
        InputStream model = BpmnStyleTests.class.getResourceAsStream("/bpmn/" + name + ".bpmn");
        return Bpmn.readModelFromStream(Objects.requireNonNull(model));
    }
}
