package dev.vetrina.live.invite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenderTest {

    @Test
    void anAddressIsTheNearestThatTheViewerCannotChoose() {
        assertThat(Sender.address(null, "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(Sender.address(" ", "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(Sender.address("203.0.113.7", "10.0.0.1")).isEqualTo("203.0.113.7");
        assertThat(Sender.address("203.0.113.7, 10.0.0.2", "10.0.0.1")).isEqualTo("203.0.113.7");
        assertThat(Sender.address("1.2.3.4, 203.0.113.7, 10.0.0.2", "10.0.0.1")).isEqualTo("203.0.113.7");
    }
}
