package dev.vetrina.localstack.demo;

import java.time.Duration;
import java.util.List;

/** Percentiles of measured times: the value itself that so many are not above, nothing estimated. */
public record Percentiles(List<Duration> sorted) {

    public Percentiles {
        sorted = sorted.stream().sorted().toList();
    }

    /** @param share from 0 to 1, such as 0.99 */
    public double millis(double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1)).toNanos() / 1e6;
    }
}
