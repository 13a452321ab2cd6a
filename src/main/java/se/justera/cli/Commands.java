package se.justera.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands of the jar. */
@Command(
        name = "justera",
        mixinStandardHelpOptions = true,
        description = "Minutes from draft to signed PDF. Without a command the service starts.",
        subcommands = {ServeCommand.class, ValidateCommand.class, ImportCommand.class, RenderCommand.class})
public final class Commands {

    private static final String SERVE = "serve";
    private static final List<String> HELP = List.of("--help", "-h", "--version", "-V");

    private Commands() {}

    /** Whether the arguments mean the service: {@code serve}, nothing, or only settings that start with {@code --}. */
    public static boolean meanTheService(String... arguments) {
        if (Arrays.stream(arguments).anyMatch(HELP::contains)) {
            return false;
        }
        return arguments.length == 0 || arguments[0].equals(SERVE) || arguments[0].startsWith("--");
    }

    /** The service's own settings among the arguments. */
    public static String[] settings(String... arguments) {
        boolean named = arguments.length > 0 && arguments[0].equals(SERVE);
        return named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments.clone();
    }

    /**
     * Runs one command; results on standard output, all else on standard error.
     *
     * @param house the application, for the commands that start it
     */
    public static int run(Class<?> house, String... arguments) {
        QuietLog.toStandardError();
        return commandLine(house, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err))
                .execute(arguments);
    }

    static CommandLine commandLine(Class<?> house, OutputStream out, OutputStream err) {
        return new CommandLine(new Commands())
                .addSubcommand(new DemoCommand(house))
                .setOut(writer(out))
                .setErr(writer(err))
                .setParameterExceptionHandler(Commands::explain)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    command.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int explain(ParameterException mistake, String... arguments) {
        CommandLine command = mistake.getCommandLine();
        boolean unknown = command.getParent() == null && arguments.length > 0;
        command.getErr()
                .println(
                        unknown
                                ? "There is no command %s; there are %s."
                                        .formatted(
                                                arguments[0],
                                                String.join(
                                                        ", ",
                                                        command.getSubcommands().keySet()))
                                : mistake.getMessage());
        return CommandLine.ExitCode.USAGE;
    }
}
