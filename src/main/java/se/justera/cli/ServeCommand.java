package se.justera.cli;

import picocli.CommandLine.Command;

/** {@code serve}, for its help only: the service itself is started by {@code se.justera.Justera}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the service, on port 8080 or with --server.port=N. The default when no command is given.")
final class ServeCommand {}
