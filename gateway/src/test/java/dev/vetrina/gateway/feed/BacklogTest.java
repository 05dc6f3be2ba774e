package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final int FRAME = 40;
    private static final long SECOND = 1_000_000_000L;

    private boolean full;
    private final Backlog backlog = new Backlog(() -> full, 100, Duration.ofSeconds(30));

    @Test
    void whatWaitsForAReaderIsBounded() {
        full = true;

        assertThat(backlog.takes(FRAME)).isTrue();
        assertThat(backlog.takes(FRAME)).isTrue();
        assertThat(backlog.takes(FRAME)).isFalse();
    }

    @Test
    void whoHasReadEverythingBeginsAnew() {
        full = true;
        backlog.takes(FRAME);
        backlog.takes(FRAME);
        full = false;
        assertThat(backlog.takes(FRAME)).isTrue();
        full = true;

        assertThat(backlog.takes(FRAME)).isTrue();
    }

    @Test
    void aConnectionThatTakesNothingIsStalledAfterAWhile() {
        full = true;

        assertThat(backlog.stalledTooLong(0)).isFalse();
        assertThat(backlog.stalledTooLong(30 * SECOND)).isFalse();
        assertThat(backlog.stalledTooLong(31 * SECOND)).isTrue();
    }

    @Test
    void whoTookAPulseBetweenTwoHeartbeatsIsNotStalled() {
        full = true;
        backlog.stalledTooLong(0);
        full = false;
        assertThat(backlog.none()).isTrue();
        full = true;

        assertThat(backlog.stalledTooLong(20 * SECOND)).isFalse();
        assertThat(backlog.stalledTooLong(45 * SECOND)).isFalse();
    }
}
