package dev.vetrina.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;

/** What became of one request's place in a quota. */
record Spent(Policy policy, boolean allowed, long remaining, long nanosToWait) {

    static Spent of(Policy policy, ConsumptionProbe probe) {
        return new Spent(policy, probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
    }
}
