package dev.vetrina.gateway.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens whose signature was checked a moment ago. Checking one takes longer than passing a request on, and a client
 * sends the same token many times; the services check every time. A token that was never valid is never in here.
 */
@ApplicationScoped
class VerifiedTokens {

    /** So that a signing key that its provider withdraws is soon asked for again. */
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    private static final int MAX_TOKENS = 10_000;

    private final ConcurrentHashMap<String, Instant> goodUntil = new ConcurrentHashMap<>();
    private final Clock clock;

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    boolean contains(String token) {
        Instant until = goodUntil.get(token);
        if (until == null) {
            return false;
        }
        if (clock.instant().isBefore(until)) {
            return true;
        }
        goodUntil.remove(token);
        return false;
    }

    void add(String token, Instant expires) {
        if (goodUntil.size() >= MAX_TOKENS) {
            forgetTheOld();
        }
        Instant until = clock.instant().plus(MAX_AGE);
        goodUntil.put(token, until.isBefore(expires) ? until : expires);
    }

    private void forgetTheOld() {
        Instant now = clock.instant();
        goodUntil.values().removeIf(until -> !now.isBefore(until));
        if (goodUntil.size() >= MAX_TOKENS) {
            goodUntil.clear();
        }
    }
}
