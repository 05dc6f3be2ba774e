package dev.vetrina.localstack;

import dev.vetrina.localstack.stack.CpuClock;
import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.StackOptions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** {@code up}: starts everything, says where it is, and stops it again on Ctrl-C or {@code down}. */
final class UpCommand {

    private final PrintStream out;

    UpCommand(PrintStream out) {
        this.out = out;
    }

    int run(StackOptions options) {
        long begin = System.nanoTime();
        CpuClock cpu = CpuClock.now();
        out.println("Starting PostgreSQL, Kafka, the identity server and the four services:");
        try (LocalStack stack = LocalStack.start(options, line -> out.println("  " + line))) {
            // What the start needed is given back to the machine: from here on the launcher only waits.
            System.gc();
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            out.println(StartReport.of(stack, taken, CpuClock.now().stolenSince(cpu)));
            awaitSignal();
            out.println("Stopping …");
        }
        out.println("Vetrina has stopped; its data is kept in " + options.home() + ".");
        return 0;
    }

    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException signalled) {
            // This is how it is meant to end.
        }
    }
}
