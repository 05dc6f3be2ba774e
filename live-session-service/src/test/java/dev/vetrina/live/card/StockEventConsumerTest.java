package dev.vetrina.live.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StockEventConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Goods jumper = Goods.some();

    @Test
    void onlyTheEndAndTheReturnOfStockAreFacts() {
        Events.send(jumper.stock(1, 2));
        Show show = Show.draft().withLineup(jumper);
        await().atMost(PATIENCE).until(() -> !soldOut(show));
        show.schedule(Instant.now().plusSeconds(60));
        show.command("start").then().statusCode(200);

        Events.send(jumper.stock(2, 1));
        Events.send(jumper.stock(3, 0));
        assertThat(show.awaitLast("sold-out"))
                .containsEntry("variantId", jumper.variantId().toString());
        Events.send(jumper.stock(4, 0));
        Events.send(jumper.stock(5, 10));
        assertThat(show.awaitLast("back-in-stock"))
                .containsEntry("productId", jumper.productId().toString());

        assertThat(soldOut(show)).isFalse();
        assertThat(show.kinds()).containsExactly("session-scheduled", "session-started", "sold-out", "back-in-stock");
    }

    @Test
    void aLevelThatComesTwiceOrLateIsNoFact() {
        Show show = Show.live(jumper);
        UUID eventId = UUID.randomUUID();

        Events.send(jumper.stock(5, 10), eventId);
        Events.send(jumper.stock(5, 10), eventId);
        Events.send(jumper.stock(4, 0));
        Events.send(jumper.stock(6, 0));

        show.awaitLast("sold-out");
        assertThat(show.kinds()).containsExactly("session-scheduled", "session-started", "back-in-stock", "sold-out");
    }

    private static boolean soldOut(Show show) {
        return Api.as(show.token())
                .get(show.path("/lineup"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getBoolean("items[0].soldOut");
    }
}
