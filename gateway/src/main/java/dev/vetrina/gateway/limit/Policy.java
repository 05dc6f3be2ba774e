package dev.vetrina.gateway.limit;

import io.github.bucket4j.BucketConfiguration;
import java.util.concurrent.TimeUnit;

/** A limit by the name that clients read, written as structured fields (draft-ietf-httpapi-ratelimit-headers-11). */
final class Policy {

    private final String name;
    private final Quota quota;
    private final BucketConfiguration bucket;
    private final String description;

    Policy(String name, Quota quota) {
        this.name = name;
        this.quota = quota;
        this.bucket = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(quota.requests()).refillGreedy(quota.requests(), quota.window()))
                .build();
        this.description = "\"" + name + "\";q=" + quota.requests() + ";w="
                + quota.window().toSeconds();
    }

    String name() {
        return name;
    }

    Quota quota() {
        return quota;
    }

    BucketConfiguration bucket() {
        return bucket;
    }

    /** The value of {@code RateLimit-Policy}. */
    String description() {
        return description;
    }

    /** The value of {@code RateLimit}: what remains, and in how many seconds the whole quota does. */
    String state(Spent spent) {
        return "\"" + name + "\";r=" + spent.remaining() + ";t=" + secondsUntilReset(spent);
    }

    /** Of one who is refused, until there is a request for it again: the same as in Retry-After. */
    long secondsUntilReset(Spent spent) {
        if (!spent.allowed()) {
            return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(spent.nanosToWait() + 999_999_999));
        }
        return Math.ceilDiv(
                (quota.requests() - spent.remaining()) * quota.window().toSeconds(), quota.requests());
    }
}
