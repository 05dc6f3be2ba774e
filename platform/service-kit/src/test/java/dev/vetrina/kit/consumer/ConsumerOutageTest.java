package dev.vetrina.kit.consumer;

import static dev.vetrina.kit.trial.OrderEvents.deliver;
import static dev.vetrina.kit.trial.OrderEvents.expired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.kit.trial.TakenOrders;
import dev.vetrina.kit.trial.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is nobody's fault is tried again for as long as it takes: nothing is lost, nothing becomes a dead letter. */
@QuarkusTest
class ConsumerOutageTest {

    @Inject
    TakenOrders taken;

    @Inject
    Trouble trouble;

    @Inject
    DeadLetters deadLetters;

    private final UUID order = UUID.randomUUID();

    @Test
    void whileTheDatabaseIsAwayEventsWait() throws SQLException {
        trouble.outages(2);
        expectAllTaken();
    }

    @Test
    void aConnectionThatIsLostInTheMiddleIsNotTheEventsFault() throws SQLException {
        trouble.lostConnections(2);
        expectAllTaken();
    }

    @Test
    void aRowThatSomebodyElseChangedIsNotTheEventsFault() throws SQLException {
        trouble.lostRaces(2);
        expectAllTaken();
    }

    private void expectAllTaken() throws SQLException {
        for (long sequence = 0; sequence < 5; sequence++) {
            deliver(UUID.randomUUID(), expired(order, sequence));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(taken.sequences(order.toString())).isEqualTo(List.of(0L, 1L, 2L, 3L, 4L)));
        assertThat(trouble.isOver()).isTrue();
        assertThat(deadLetters.blockedKeys(taken.name(), Set.of(order.toString())))
                .isEmpty();
    }
}
