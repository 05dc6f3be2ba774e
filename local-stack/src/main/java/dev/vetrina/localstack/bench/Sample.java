package dev.vetrina.localstack.bench;

/**
 * One request.
 *
 * @param begunNanos when it was to be sent, from the beginning of the round. In an open loop this is what the clock said,
 *     not when a connection was free for it: a request that had to wait for a slow predecessor has waited
 *     (otherwise the worst moments would be left out, which is called coordinated omission)
 * @param tookNanos from then to the end of its answer
 * @param status of HTTP, 0 if there was no answer
 */
public record Sample(long begunNanos, long tookNanos, int status) {

    long endedNanos() {
        return begunNanos + tookNanos;
    }
}
