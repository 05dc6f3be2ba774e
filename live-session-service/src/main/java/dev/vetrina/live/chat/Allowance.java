package dev.vetrina.live.chat;

import java.util.Map;

/**
 * What a customer may still send.
 *
 * @param resetNanos until all of the quota can be had again
 */
record Allowance(int quota, int windowSeconds, long remaining, long resetNanos) {

    /** As the IETF's draft on RateLimit header fields writes it. */
    Map<String, String> headers() {
        return Map.of(
                "RateLimit-Policy", "\"chat\";q=" + quota + ";w=" + windowSeconds,
                "RateLimit", "\"chat\";r=" + remaining + ";t=" + wholeSeconds(resetNanos));
    }

    /** Rounded up, so that who waits so long does not come too early. */
    static long wholeSeconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }
}
