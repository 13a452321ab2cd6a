package se.justera.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

    private Profile() {}

    static String of(Path recording) throws IOException {
        Map<String, Integer> samples = new TreeMap<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && stack != null) {
                    samples.merge(part(stack.getFrames()), 1, Integer::sum);
                }
            }
        }
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder report = new StringBuilder("samples in Java code: " + (int) all + "\n");
        samples.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(part -> report.append(
                        String.format(Locale.ROOT, "%5.1f %%  %s%n", 100 * part.getValue() / all, part.getKey())));
        return report.toString();
    }

    private static String part(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                if (type.startsWith(part.getKey())) {
                    return part.getValue();
                }
            }
        }
        return "other";
    }
}
