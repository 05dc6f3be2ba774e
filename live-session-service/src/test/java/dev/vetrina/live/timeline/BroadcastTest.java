package dev.vetrina.live.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    private static final Instant EIGHT = Instant.parse("2026-03-01T20:00:00Z");
    private static final UUID JUMPER = new UUID(7, 1);
    private static final UUID SCARF = new UUID(7, 2);

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void aProductIsOnScreenUntilAnotherOneItsUnpinningOrTheEnd() {
        fact(0, FactKind.SESSION_STARTED, null);
        fact(10, FactKind.PRODUCT_PINNED, JUMPER);
        fact(20, FactKind.PRICE_CHANGED, JUMPER);
        fact(30, FactKind.PRODUCT_PINNED, SCARF);
        fact(40, FactKind.PRODUCT_UNPINNED, SCARF);
        fact(50, FactKind.PRODUCT_PINNED, JUMPER);
        fact(60, FactKind.SESSION_ENDED, null);

        assertThat(Broadcast.of(facts).airings())
                .containsExactly(
                        new Airing(2, JUMPER, null, second(10), second(30)),
                        new Airing(4, SCARF, null, second(30), second(40)),
                        new Airing(6, JUMPER, null, second(50), second(60)));
    }

    @Test
    void whatIsOnScreenNowHasNoEnd() {
        fact(0, FactKind.SESSION_STARTED, null);
        fact(10, FactKind.PRODUCT_PINNED, JUMPER);

        assertThat(Broadcast.of(facts).airings()).containsExactly(new Airing(2, JUMPER, null, second(10), null));
    }

    @Test
    void aPositionStandsStillWhileTheShowPauses() {
        fact(0, FactKind.SESSION_STARTED, null);
        fact(10, FactKind.SESSION_PAUSED, null);
        fact(25, FactKind.SESSION_RESUMED, null);
        Broadcast running = Broadcast.of(facts);

        assertThat(running.positionMillis(second(-5))).isZero();
        assertThat(running.positionMillis(second(7))).isEqualTo(7_000);
        assertThat(running.positionMillis(second(10))).isEqualTo(10_000);
        assertThat(running.positionMillis(second(20))).isEqualTo(10_000);
        assertThat(running.positionMillis(second(30))).isEqualTo(15_000);

        fact(35, FactKind.SESSION_PAUSED, null);
        fact(50, FactKind.SESSION_ENDED, null);
        assertThat(Broadcast.of(facts).positionMillis(second(60))).isEqualTo(20_000);
    }

    @Test
    void aShowThatHasNotStartedHasNoPosition() {
        fact(0, FactKind.SESSION_SCHEDULED, null);

        assertThat(Broadcast.of(facts).positionMillis(second(10))).isZero();
        assertThat(Broadcast.of(facts).airings()).isEmpty();
    }

    private void fact(int second, FactKind kind, @Nullable UUID productId) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (productId != null) {
            data.put("productId", productId.toString());
        }
        facts.add(new Fact(facts.size() + 1, kind.code(), second(second), data));
    }

    private static Instant second(int second) {
        return EIGHT.plusSeconds(second);
    }
}
