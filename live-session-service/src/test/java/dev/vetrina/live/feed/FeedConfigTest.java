package dev.vetrina.live.feed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FeedConfigTest {

    @Test
    void theServiceDoesNotStartWithoutAKeyForTickets() {
        SmallRyeConfigBuilder production = new SmallRyeConfigBuilder().withMapping(FeedConfig.class);

        assertThatThrownBy(production::build)
                .isInstanceOfAny(ConfigValidationException.class, NoSuchElementException.class)
                .hasMessageContaining("vetrina.feed.ticket-key");
    }
}
