package dev.vetrina.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private final VerifiedTokens tokens = new VerifiedTokens(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void onlyWhatWasVerifiedIsKnown() {
        assertThat(tokens.contains("a")).isFalse();
        tokens.add("a", START.plusSeconds(300));
        assertThat(tokens.contains("a")).isTrue();
        assertThat(tokens.contains("b")).isFalse();
    }

    @Test
    void anExpiredTokenIsForgotten() {
        tokens.add("a", START.plusSeconds(5));
        now = START.plusSeconds(5);
        assertThat(tokens.contains("a")).isFalse();
    }

    @Test
    void afterAMinuteATokenIsVerifiedAgain() {
        tokens.add("a", START.plusSeconds(300));
        now = START.plus(Duration.ofSeconds(59));
        assertThat(tokens.contains("a")).isTrue();
        now = START.plus(Duration.ofSeconds(60));
        assertThat(tokens.contains("a")).isFalse();
    }

    @Test
    void thereAreNeverMoreThanItMayKeep() {
        for (int i = 0; i < 25_000; i++) {
            tokens.add("token " + i, START.plusSeconds(300));
        }
        assertThat(tokens.contains("token 24999")).isTrue();
        assertThat(tokens.contains("token 1")).isFalse();
    }
}
