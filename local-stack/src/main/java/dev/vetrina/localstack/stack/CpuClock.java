package dev.vetrina.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The machine's CPU time so far, in ticks.
 *
 * @param all every tick that passed on any core, idle ones included
 * @param stolen ticks in which this machine wanted to run and its host ran something else
 */
public record CpuClock(long all, long stolen) {

    private static final int STEAL = 7;
    /** Guests' time, in the columns after it, is part of the user's already. */
    private static final int COLUMNS = 8;

    private static final CpuClock UNKNOWN = new CpuClock(0, 0);

    public static CpuClock now() {
        try {
            return parse(Files.readAllLines(Path.of("/proc/stat")).getFirst());
        } catch (IOException notLinux) {
            return UNKNOWN;
        }
    }

    static CpuClock parse(String line) {
        long[] ticks = Arrays.stream(line.strip().split("\\s+"))
                .skip(1)
                .limit(COLUMNS)
                .mapToLong(Long::parseLong)
                .toArray();
        return new CpuClock(Arrays.stream(ticks).sum(), ticks.length > STEAL ? ticks[STEAL] : 0);
    }

    /** The share of the time since {@code earlier} that was stolen, from 0 to 1; empty where the system does not tell. */
    public OptionalDouble stolenSince(CpuClock earlier) {
        long passed = all - earlier.all;
        return passed <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (stolen - earlier.stolen) / passed);
    }
}
