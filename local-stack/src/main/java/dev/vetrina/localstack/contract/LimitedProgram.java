package dev.vetrina.localstack.contract;

import dev.vetrina.localstack.stack.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that ends by itself, and has a limit for that.
 *
 * @param environment besides what this process has
 */
public record LimitedProgram(List<String> command, Path folder, Map<String, String> environment) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    static LimitedProgram of(List<String> command) {
        return new LimitedProgram(command, Path.of("").toAbsolutePath(), Map.of());
    }

    /**
     * How it ended.
     *
     * @param output of both streams
     */
    public record Result(int status, String output) {

        public boolean succeeded() {
            return status == 0;
        }

        void require(String what) {
            if (!succeeded()) {
                throw new StackFailure(what + " failed:\n" + output);
            }
        }
    }

    public Result run() throws IOException {
        Path output = Files.createTempFile("vetrina", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new StackFailure(command.getFirst() + " did not end within " + LIMIT.toMinutes() + " minutes.");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        } finally {
            Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(ProcessHandle::destroy);
            Files.deleteIfExists(output);
        }
    }
}
