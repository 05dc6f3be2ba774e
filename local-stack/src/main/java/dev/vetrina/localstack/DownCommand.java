package dev.vetrina.localstack;

import dev.vetrina.localstack.stack.RunningStack;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code down}: stops the stack of another terminal, and whatever one that was killed has left behind. */
final class DownCommand {

    private final PrintStream out;

    DownCommand(PrintStream out) {
        this.out = out;
    }

    int run(Path home) {
        out.println(
                RunningStack.stop(home)
                        ? "Vetrina has stopped; its data is kept in " + home + "."
                        : "Nothing is running.");
        return 0;
    }
}
