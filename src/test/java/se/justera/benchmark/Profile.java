package se.justera.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where a recording's samples fall: each to the innermost part of the house, or of what it stands on, in its stack. */
final class Profile {

    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("org.postgresql", "database driver");
        PARTS.put("se.justera.validation", "validation (strict verdict, reports)");
        PARTS.put("se.justera.document", "document (setting the PDF)");
        PARTS.put("se.justera.signing", "signing (seal, signatures, archive time-stamp)");
        PARTS.put("se.justera.trust", "trust (certificates, time-stamps)");
        PARTS.put("se.justera.notify", "notify (letters)");
        PARTS.put("com.icegreen", "the demo's mail catcher");
        PARTS.put("se.justera.demo", "the demo's mail catcher");
        PARTS.put("se.justera.archive", "archive");
        PARTS.put("se.justera.audit", "audit");
        PARTS.put("se.justera.minutes", "minutes");
        PARTS.put("se.justera.identification", "identification");
        PARTS.put("se.justera.invitation", "invitation");
        PARTS.put("se.justera.ceremony", "ceremony");
        PARTS.put("org.camunda", "the engine");
        PARTS.put("se.justera.process", "process");
    }

    private static final List<String> LIBRARIES =
            List.of("eu.europa", "org.apache.pdfbox", "org.camunda", "com.icegreen", "org.bouncycastle.jc");

    private Profile() {}

    static String of(Path recording) throws IOException {
        List<List<String>> stacks = new ArrayList<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && stack != null) {
                    stacks.add(stack.getFrames().stream().map(Profile::method).toList());
                }
            }
        }
        return "samples in Java code: " + stacks.size() + "\n"
                + table("part of the house", 30, stacks, stack -> Stream.of(part(stack)))
                + table("method by itself", 40, stacks, stack -> stack.stream().limit(1))
                + table(
                        "our method with all it calls",
                        60,
                        stacks,
                        stack -> ours(stack).distinct())
                + table(
                        "library's method with all it calls",
                        120,
                        stacks,
                        stack -> stack.stream()
                                .filter(method -> LIBRARIES.stream().anyMatch(method::startsWith))
                                .distinct())
                + table("our innermost method", 40, stacks, stack -> ours(stack).limit(1));
    }

    private static Stream<String> ours(List<String> stack) {
        return stack.stream().filter(method -> method.startsWith("se.justera"));
    }

    private static String table(
            String title, int rows, List<List<String>> stacks, Function<List<String>, Stream<String>> counted) {
        Map<String, Integer> samples = new TreeMap<>();
        stacks.forEach(stack -> counted.apply(stack).forEach(what -> samples.merge(what, 1, Integer::sum)));
        return "-- " + title + "\n"
                + samples.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(rows)
                        .map(row -> String.format(
                                Locale.ROOT, "%5.1f %%  %s%n", 100.0 * row.getValue() / stacks.size(), row.getKey()))
                        .collect(Collectors.joining());
    }

    private static String method(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String part(List<String> stack) {
        for (String method : stack) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                if (method.startsWith(part.getKey())) {
                    return part.getValue();
                }
            }
        }
        return "other";
    }
}
