package dev.vetrina.localstack;

import dev.vetrina.localstack.stack.StackFailure;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The entry point that the task script starts; the first word is the command. A failure that was foreseen is one
 * sentence on the standard error stream and status 1; a benchmark whose figures are void has status 2.
 */
public final class Main {

    private static final int INTERRUPTED = 130;

    private static final AtomicBoolean stopping = new AtomicBoolean();

    private Main() {}

    public static void main(String[] words) {
        Logger.getLogger("").setLevel(Level.WARNING);
        stopOnSignal(Thread.currentThread());
        System.exit(run(Arrays.asList(words)));
    }

    /** The first signal interrupts what is going on, so that it is cleaned up; a second one does not wait for that. */
    private static void stopOnSignal(Thread main) {
        Signals.onStop(() -> {
            if (stopping.getAndSet(true)) {
                Runtime.getRuntime().halt(INTERRUPTED);
            }
            main.interrupt();
        });
    }

    private static int run(List<String> words) {
        String command = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        try {
            return switch (command) {
                case "up" -> new UpCommand(System.out).run(StackArguments.parse(rest));
                case "down" ->
                    new DownCommand(System.out).run(StackArguments.parse(rest).home());
                case "demo" -> new DemoCommand(System.out).run(rest);
                case "contract" -> new ContractCommand(System.out).run(rest);
                case "bench" -> new BenchCommand(System.out, System.err).run(rest);
                default -> throw new StackFailure("There is no command '" + command + "': ./vetrina help lists them.");
            };
        } catch (StackFailure e) {
            System.err.println(e.getMessage());
            return stopping.get() ? INTERRUPTED : 1;
        } catch (RuntimeException | Error e) {
            System.err.println(
                    "This was not foreseen. The logs in .vetrina/logs may tell why; please report it with this:");
            e.printStackTrace();
            return 1;
        }
    }
}
