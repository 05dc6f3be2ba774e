package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReconnectionTest {

    private final Reconnection reconnection = new Reconnection(Duration.ofMillis(100), Duration.ofSeconds(1));

    @RepeatedTest(20)
    void eachAttemptWaitsLongerUpToALimit() {
        assertThat(reconnection.delayMillis()).isBetween(50L, 150L);
        assertThat(reconnection.delayMillis()).isBetween(100L, 300L);
        assertThat(reconnection.delayMillis()).isBetween(200L, 600L);
        assertThat(reconnection.delayMillis()).isBetween(400L, 1_200L);
        assertThat(reconnection.delayMillis()).isBetween(500L, 1_500L);
        assertThat(reconnection.delayMillis()).isBetween(500L, 1_500L);
    }

    @Test
    void successStartsItAnew() {
        for (int i = 0; i < 10; i++) {
            reconnection.delayMillis();
        }
        reconnection.succeeded();
        assertThat(reconnection.delayMillis()).isBetween(50L, 150L);
    }
}
