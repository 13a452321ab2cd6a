package se.justera.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures operations against each other in one run: after a warm-up each round does every operation once, in an order
 * that rotates, so that what else the machine does meets all of them alike. Ratios are what counts; beside the median of
 * wall time stands the mean CPU time of the whole process (its clock ticks are too long for single rounds), all threads
 * and the collector included, because the machine may be shared.
 */
final class Rounds {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<String, Callable<Object>> operations = new LinkedHashMap<>();
    private final Map<String, double[]> wall = new LinkedHashMap<>();
    private final Map<String, double[]> cpu = new LinkedHashMap<>();
    private int consumed;

    /** The first operation is the one that the others are compared with. */
    Rounds with(String name, Callable<Object> operation) {
        operations.put(name, operation);
        return this;
    }

    Rounds run(int warmUp, int rounds) throws Exception {
        List<String> names = new ArrayList<>(operations.keySet());
        names.forEach(name -> {
            wall.put(name, new double[rounds]);
            cpu.put(name, new double[rounds]);
        });
        for (int i = 0; i < warmUp + rounds; i++) {
            for (int k = 0; k < names.size(); k++) {
                String name = names.get((i + k) % names.size());
                measure(name, i - warmUp);
            }
        }
        return this;
    }

    private void measure(String name, int round) throws Exception {
        Callable<Object> operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException(name);
        }
        long cpuStart = cpuNanos();
        long start = System.nanoTime();
        Object result = operation.call();
        long end = System.nanoTime();
        long cpuEnd = cpuNanos();
        consumed += System.identityHashCode(result);
        if (round >= 0) {
            put(wall, name, round, (end - start) / 1e6);
            put(cpu, name, round, (cpuEnd - cpuStart) / 1e6);
        }
    }

    private static void put(Map<String, double[]> times, String name, int round, double millis) {
        times.computeIfPresent(name, (key, array) -> {
            array[round] = millis;
            return array;
        });
    }

    private static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** One line per operation: wall medians and CPU means in milliseconds, and how many times as long the first takes. */
    String report() {
        String first = operations.keySet().iterator().next();
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "%-58s %9s %9s %9s %13s %13s%n",
                "operation (" + Runtime.version() + ")",
                "wall ms",
                "wall p95",
                "CPU ms",
                "ratio (wall)",
                "ratio (CPU)"));
        for (String name : operations.keySet()) {
            report.append(String.format(
                    Locale.ROOT,
                    "%-58s %9.2f %9.2f %9.2f %13.2f %13.2f%n",
                    name,
                    quantile(wall, name, 0.5),
                    quantile(wall, name, 0.95),
                    mean(cpu, name),
                    quantile(wall, first, 0.5) / quantile(wall, name, 0.5),
                    mean(cpu, first) / mean(cpu, name)));
        }
        return report.append(consumed == 42 ? " " : "").toString();
    }

    private static double quantile(Map<String, double[]> times, String name, double part) {
        double[] sorted = times.getOrDefault(name, new double[1]).clone();
        Arrays.sort(sorted);
        return sorted[(int) (part * (sorted.length - 1))];
    }

    private static double mean(Map<String, double[]> times, String name) {
        return Arrays.stream(times.getOrDefault(name, new double[1])).average().orElse(0);
    }
}
