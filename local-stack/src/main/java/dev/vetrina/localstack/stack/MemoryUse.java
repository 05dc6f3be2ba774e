package dev.vetrina.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of the stack's processes.
 *
 * @param bytes by the name of the process: the proportional set size, where the system tells it. Memory that several
 *     processes share, such as PostgreSQL's buffers, then counts once in the sum.
 */
public record MemoryUse(Map<String, Long> bytes) {

    /** Of every process of the stack, this one included; empty where the system does not tell. */
    public static MemoryUse of(LocalStack stack) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        stack.processes().forEach((name, process) -> withChildren(process).ifPresent(size -> bytes.put(name, size)));
        proportionalSetSize(ProcessHandle.current()).ifPresent(size -> bytes.put("launcher and identity", size));
        return new MemoryUse(bytes);
    }

    public long sum() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static OptionalLong withChildren(ProcessHandle process) {
        long[] sizes = Stream.concat(Stream.of(process), process.descendants())
                .map(MemoryUse::proportionalSetSize)
                .flatMapToLong(OptionalLong::stream)
                .toArray();
        return sizes.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(java.util.Arrays.stream(sizes).sum());
    }

    /** Of one process, in bytes; empty where the system does not tell. */
    public static OptionalLong proportionalSetSize(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException notTold) {
            return OptionalLong.empty();
        }
    }
}
