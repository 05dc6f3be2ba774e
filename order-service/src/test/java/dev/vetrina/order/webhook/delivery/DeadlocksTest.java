package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.order.webhook.message.WebhookStorageException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlocksTest {

    private final AtomicInteger runs = new AtomicInteger();

    private void failUntil(int run, String state) {
        if (runs.incrementAndGet() < run) {
            throw new WebhookStorageException(new SQLException("ended", state));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001"})
    void whatTheDatabaseEndedForAnotherIsDoneAgain(String state) {
        Deadlocks.outlast(() -> failUntil(3, state));

        assertThat(runs).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "08006", "42703"})
    void whatElseFailsIsToldAtOnce(String state) {
        assertThatThrownBy(() -> Deadlocks.outlast(() -> failUntil(3, state)))
                .isInstanceOf(WebhookStorageException.class);

        assertThat(runs).hasValue(1);
    }

    @Test
    void aMistakeIsToldAtOnce() {
        assertThatThrownBy(() -> Deadlocks.outlast(() -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("a mistake");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(runs).hasValue(1);
    }
}
