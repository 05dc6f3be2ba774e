package dev.vetrina.localstack.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack that runs.
 *
 * @param processes everything that its launcher has started and that lives, by name
 */
public record RunningStack(Ports ports, Map<String, ProcessHandle> processes) {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    public static Optional<RunningStack> in(Path home) {
        return RunFile.read(home.resolve("run"))
                .filter(run -> run.launcher().living().isPresent())
                .map(run -> new RunningStack(run.ports(), living(run)));
    }

    private static Map<String, ProcessHandle> living(RunFile run) {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        run.children().forEach((name, mark) -> mark.living().ifPresent(process -> processes.put(name, process)));
        return processes;
    }

    /**
     * Stops it, and whatever a killed launcher has left behind.
     *
     * @return whether there was anything to stop
     * @throws StackFailure if it does not stop within a minute
     */
    public static boolean stop(Path home) {
        Path file = home.resolve("run");
        Optional<RunFile> found = RunFile.read(file);
        if (found.isEmpty()) {
            return false;
        }
        RunFile run = found.get();
        Optional<ProcessHandle> launcher = run.launcher().living();
        launcher.ifPresent(process -> {
            process.destroy();
            if (!Leftovers.ended(List.of(process), STOP_LIMIT)) {
                throw new StackFailure("Vetrina (process " + process.pid() + ") did not stop within a minute: look at "
                        + home.resolve("logs") + ", or end it with kill -9 and say ./vetrina down again.");
            }
        });
        int leftBehind = Leftovers.stop(run);
        FileTree.delete(file);
        return launcher.isPresent() || leftBehind > 0;
    }
}
