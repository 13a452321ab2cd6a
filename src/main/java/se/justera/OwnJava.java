package se.justera;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A Java of its own for the command that validates, with flags that suit a command and not a service; a jar cannot bring
 * flags along. Who chose a collector, a compiler or a debugger for the first Java gets no second one.
 */
final class OwnJava {

    private static final String MARK = "justera.own-java";
    private static final int FEW = 20;
    private static final long LARGE = 1L << 20;
    private static final Set<String> NAMED_BEFORE_FOLDERS = Set.of("--trust", "--original");

    /** No collection only because classes are loaded; nothing that an older or newer Java stumbles over. */
    private static final List<String> ALWAYS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseSerialGC",
            "-XX:MetaspaceSize=128m",
            "-XX:-UsePerfData",
            "-D" + MARK + "=true");

    /** A heap that grows when it must, up to what Java or whoever started us sets. */
    private static final List<String> SMALL_HEAP = List.of("-Xms96m", "-XX:NewSize=64m");

    private static final long SMALL = 128L << 20;

    /** The optimising compiler costs more than it brings before a hundred files or one with dozens of signatures... */
    private static final List<String> LITTLE_WORK = List.of("-XX:TieredStopAtLevel=1");

    /** ...and after that only for what is used ten times as often as it takes for granted. */
    private static final List<String> MUCH_WORK = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private OwnJava() {}

    /** The exit code of the command; nothing if it has not been run. */
    static OptionalInt run(String... arguments) {
        if (Boolean.getBoolean(MARK)) {
            ProcessHandle.current().parent().ifPresent(OwnJava::endWith);
            return OptionalInt.empty();
        }
        File jar = new File(System.getProperty("java.class.path"));
        List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return jar.isFile() && given.stream().allMatch(OwnJava::canBeKept)
                ? start(command(jar, given, arguments))
                : OptionalInt.empty();
    }

    static List<String> command(File jar, List<String> given, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ALWAYS);
        command.addAll(Runtime.getRuntime().maxMemory() < SMALL ? List.of() : SMALL_HEAP);
        command.addAll(meansMuch(arguments) ? MUCH_WORK : LITTLE_WORK);
        command.addAll(given);
        command.addAll(List.of("-jar", jar.getPath()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Settings and amounts of memory; anything else might contradict our own flags. */
    static boolean canBeKept(String flag) {
        return flag.startsWith("-D") || flag.startsWith("-Xmx") || flag.startsWith("-Xss");
    }

    private static boolean meansMuch(String... arguments) {
        return arguments.length > FEW
                || IntStream.range(1, arguments.length)
                        .filter(n -> !NAMED_BEFORE_FOLDERS.contains(arguments[n - 1]))
                        .anyMatch(n -> holdsMuch(arguments[n]));
    }

    private static boolean holdsMuch(String argument) {
        File file = new File(argument);
        return argument.toLowerCase(Locale.ROOT).endsWith(".zip") || file.isDirectory() || file.length() > LARGE;
    }

    private static OptionalInt start(List<String> command) {
        try {
            ProcessBuilder java = new ProcessBuilder(command).inheritIO();
            // glibc otherwise keeps memory for each of the threads, of which every file has one
            java.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
            Process running = java.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running)));
            return OptionalInt.of(running.waitFor());
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void end(Process running) {
        running.destroy();
        try {
            running.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody waits for our answers any more, when whoever started us was killed. */
    private static void endWith(ProcessHandle parent) {
        Runnable watch = () -> {
            parent.onExit().join();
            Runtime.getRuntime().halt(1);
        };
        Thread watching = new Thread(watch, "parent");
        watching.setDaemon(true);
        watching.start();
    }
}
