package dev.vetrina.order.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a provider is to be asked (again) about something, how often it was in vain, and why. */
public final class Progress {

    private static final Duration FIRST_RECHECK = Duration.ofSeconds(1);
    private static final int DOUBLED_AT_MOST = 8;

    private @Nullable Instant checkAt;
    private int checks;
    private @Nullable String lastError;

    Progress(@Nullable Instant checkAt, int checks, @Nullable String lastError) {
        this.checkAt = checkAt;
        this.checks = checks;
        this.lastError = lastError;
    }

    static Progress due(Instant at) {
        return new Progress(at, 0, null);
    }

    /** Waits twice as long each time, up to some four minutes: a provider that is down is not hammered when it comes back. */
    void later(String error, Instant now) {
        checkAt = now.plus(FIRST_RECHECK.multipliedBy(1L << Math.min(checks, DOUBLED_AT_MOST)));
        checks++;
        lastError = error;
    }

    void dueAt(Instant at) {
        checkAt = at;
        checks = 0;
    }

    void done() {
        checkAt = null;
        lastError = null;
    }

    void failed(String error) {
        checkAt = null;
        lastError = error;
    }

    @Nullable
    Instant checkAt() {
        return checkAt;
    }

    int checks() {
        return checks;
    }

    @Nullable
    String lastError() {
        return lastError;
    }
}
