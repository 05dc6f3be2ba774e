package dev.vetrina.localstack.stack;

import java.util.List;
import java.util.stream.Stream;

/** How the launcher's child processes are started. */
final class Child {

    /**
     * Ctrl-C reaches the whole foreground group of a terminal. Only the launcher shall hear it, so that it can stop its
     * children in order; a signal that is ignored before {@code exec} stays ignored after it.
     */
    static final List<String> DEAF_TO_THE_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "vetrina");

    private Child() {}

    static List<String> command(List<String> command) {
        return Stream.concat(DEAF_TO_THE_TERMINAL.stream(), command.stream()).toList();
    }
}
