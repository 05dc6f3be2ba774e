package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What serving has taken so far. */
final class ServerUse {

    private static final int COLLECTION_SECONDS = 30;

    private ServerUse() {}

    /** CPU seconds of all these processes together, of the user and of the system. */
    static double cpuSeconds(List<ProcessHandle> processes) {
        return processes.stream()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }

    /**
     * The resident memory of a JVM after a full collection, in bytes; empty where the system does not tell. What the heap
     * has grown to and keeps counts, though it may be empty.
     */
    static OptionalLong residentBytes(ProcessHandle jvm) {
        collectGarbage(jvm);
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + jvm.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException notTold) {
            return OptionalLong.empty();
        }
    }

    private static void collectGarbage(ProcessHandle jvm) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(COLLECTION_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new StackFailure("The gateway did not collect its garbage when asked to.");
            }
        } catch (IOException e) {
            throw new StackFailure("There is no " + jcmd + ": run this with a JDK.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
