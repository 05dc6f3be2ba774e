package dev.vetrina.localstack.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Names a process beyond its id, which the system gives to somebody else sooner or later.
 *
 * @param started when it began, in milliseconds since the epoch; 0 if the system does not say
 */
record ProcessMark(long pid, long started) {

    /** The system computes the time from its clock, which may be set while the process runs. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), startOf(process));
    }

    static ProcessMark parse(String text) {
        String[] parts = text.split("@", 2);
        return new ProcessMark(Long.parseLong(parts[0]), parts.length == 2 ? Long.parseLong(parts[1]) : 0);
    }

    /** The process, if it still lives and is the one that was meant. */
    Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - started) <= TOLERANCE.toMillis());
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    @Override
    public String toString() {
        return pid + "@" + started;
    }
}
