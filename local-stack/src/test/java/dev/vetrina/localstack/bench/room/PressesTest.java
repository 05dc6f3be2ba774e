package dev.vetrina.localstack.bench.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PressesTest {

    private static final UUID LAMP = UUID.randomUUID();
    private static final UUID SCARF = UUID.randomUUID();

    private final Presses presses = new Presses();

    @Test
    void aPinIsOfTheLastPressForItsProduct() {
        presses.add(LAMP, 10_000);
        presses.add(SCARF, 11_000);
        presses.add(LAMP, 12_000);

        Map<Long, Long> millis =
                presses.millisUntil(List.of(pin(4, LAMP, 10_020), pin(5, SCARF, 11_900), pin(6, LAMP, 12_003)));

        assertThat(millis).containsOnly(Map.entry(4L, 20L), Map.entry(5L, 900L), Map.entry(6L, 3L));
    }

    @Test
    void whatNobodyPressedForHasNoTime() {
        presses.add(LAMP, 10_000);

        assertThat(presses.millisUntil(List.of(
                        pin(4, SCARF, 10_500),
                        new RecordedFrame(0, "price-changed", "{\"sequence\":5}"),
                        new RecordedFrame(0, "pulse", "{}"))))
                .isEmpty();
    }

    private static RecordedFrame pin(long sequence, UUID product, long millis) {
        return new RecordedFrame(
                0,
                "product-pinned",
                "{\"sequence\":" + sequence + ",\"occurredAt\":\"" + Instant.ofEpochMilli(millis)
                        + "\",\"data\":{\"productId\":\"" + product + "\"}}");
    }
}
