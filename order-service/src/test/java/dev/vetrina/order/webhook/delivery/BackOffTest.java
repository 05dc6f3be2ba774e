package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final BackOff atOnce = new BackOff(() -> 0);

    private static Answer answer(int status, @Nullable String retryAfter) {
        return new Answer(status, null, null, retryAfter, Duration.ZERO);
    }

    private Duration wait(int attempts, int status, @Nullable String retryAfter) {
        return Duration.between(
                NOW, atOnce.next(attempts, answer(status, retryAfter), NOW).orElseThrow());
    }

    @Test
    void eachWaitIsLongerAndTheTenthAttemptIsTheLast() {
        List<Duration> waits = IntStream.rangeClosed(1, 9)
                .mapToObj(attempts -> wait(attempts, 500, null))
                .toList();

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(atOnce.next(10, answer(500, null), NOW)).isEmpty();
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        Optional<Instant> latest = new BackOff(() -> 1).next(2, answer(500, null), NOW);

        assertThat(latest).contains(NOW.plus(Duration.ofMinutes(6)));
    }

    @Test
    void aWishToWaitIsHeardAndBounded() {
        assertThat(wait(1, 429, "3600")).isEqualTo(Duration.ofHours(1));
        assertThat(wait(1, 503, "Sun, 01 Mar 2026 13:00:00 GMT")).isEqualTo(Duration.ofHours(1));
        assertThat(wait(1, 429, "999999999")).isEqualTo(Duration.ofHours(24));
        assertThat(wait(3, 429, "1")).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void whatIsNoWishIsNotHeard() {
        assertThat(wait(1, 500, "3600")).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait(1, 429, "soon")).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait(1, 429, "-1")).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait(1, 429, "99999999999999999999")).isEqualTo(Duration.ofSeconds(5));
    }
}
