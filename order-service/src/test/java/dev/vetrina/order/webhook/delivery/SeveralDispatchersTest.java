package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink;
import dev.vetrina.order.webhook.destination.WebhookSettings;
import dev.vetrina.order.webhook.message.ManyMessages;
import dev.vetrina.order.webhook.message.WebhookSignal;
import dev.vetrina.testkit.MovableClock;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dispatchers among each other. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class SeveralDispatchersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Inject
    ManyMessages messages;

    @Inject
    Lanes lanes;

    @Inject
    LaneRun laneRun;

    @Inject
    WebhookSignal signal;

    @Inject
    WebhookSettings settings;

    @Inject
    DataSource dataSource;

    @Inject
    MovableClock clock;

    private final Sink sink = new Sink();

    @AfterEach
    void allIsAsBefore() {
        clock.reset();
        sink.close();
    }

    @Test
    void twoDispatchersSendNoFirstAttemptOutOfOrder() throws InterruptedException {
        List<Hook> hooks = Hooks.created(sink, "/shared", 4);
        for (int i = 0; i < 4; i++) {
            sink.answer("/shared" + i, Sink.status(204), Sink.status(500), Sink.status(204), Sink.status(500));
        }
        Dispatcher second = new Dispatcher(lanes, laneRun, signal, settings);
        second.start();
        try {
            List<UUID> brands = hooks.stream().map(Hook::brandId).toList();
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.addAll(messages.tell(brands, 5));
            }
            for (int i = 0; i < 4; i++) {
                String path = "/shared" + i;
                await().atMost(PATIENCE).until(() -> firstAttempts(path).size() == 50);
                assertThat(firstAttempts(path)).isSorted();
            }
            assertThat(firstAttempts("/shared0")).isEqualTo(all);
        } finally {
            second.stop();
        }
    }

    /** Repetitions come later, and are no first attempts. */
    private List<String> firstAttempts(String path) {
        return sink.ids(path).stream().distinct().toList();
    }

    /** As after a kill -9: what a process had claimed stays claimed, and nothing but time gives it back. */
    @Test
    void whatWasClaimedByOneThatVanishedIsSentWhenTheLeaseIsOver() {
        Hook orphan = Hooks.created(sink.url("/orphan"));
        sink.answer("/orphan", Sink.status(500));
        String id = Hooks.tested(orphan);
        JsonPath _ = Hooks.delivery(orphan, id, "RETRYING", 1);
        // Its clock is ahead, so that it claims what is not due for anybody else yet.
        Lanes vanishing = new Lanes(dataSource, settings, Clock.offset(clock, Duration.ofSeconds(7)));
        assertThat(vanishing.claim(true, 1_000)).extracting(Lane::endpointId).contains(orphan.id());

        clock.advance(Duration.ofSeconds(8));
        Hook other = Hooks.created(sink.url("/other"));
        JsonPath _ = Hooks.delivery(other, Hooks.tested(other), "DELIVERED", 1);
        assertThat(sink.ids("/orphan")).containsExactly(id);

        clock.advance(settings.lease());

        JsonPath _ = Hooks.delivery(orphan, id, "DELIVERED", 2);
        assertThat(sink.ids("/orphan")).containsExactly(id, id);
    }
}
