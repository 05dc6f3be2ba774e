package dev.vetrina.order.commit;

import dev.vetrina.events.StockEvent.StockLevelChanged;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.OrderWrites;
import dev.vetrina.order.stock.StockRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * One transaction for many drafts. Locks are taken in one order everywhere, each sorted: idempotency keys, orders, stock.
 */
@ApplicationScoped
class BatchTransaction {

    private final DataSource dataSource;
    private final Outbox outbox;
    private final Clock clock;

    BatchTransaction(DataSource dataSource, Outbox outbox, Clock clock) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes the drafts in their order and commits.
     *
     * @return the outcome of each, to be told only now that they are committed
     */
    List<Outcome> commit(List<Waiting<?>> drafts) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return take(connection, drafts);
            }
        });
    }

    private List<Outcome> take(Connection connection, List<Waiting<?>> waiting) throws SQLException {
        List<? extends Draft<?>> drafts = waiting.stream().map(Waiting::draft).toList();
        AnsweredKeys keys = AnsweredKeys.claim(
                connection,
                drafts.stream().map(Draft::underKey).flatMap(Optional::stream).toList());
        var orderIds = new TreeSet<>(
                drafts.stream().flatMap(draft -> draft.orders().stream()).toList());
        Batch batch = new Batch(clock.instant(), OrderRows.lock(connection, orderIds), outbox::prepare);
        var variantIds = new TreeSet<>(
                drafts.stream().flatMap(draft -> draft.variants(batch).stream()).toList());
        batch.lockedStock(StockRows.lock(connection, variantIds));

        List<Outcome> outcomes = new ArrayList<>();
        for (Waiting<?> draft : waiting) {
            outcomes.add(draft.take(batch, keys));
        }
        write(connection, batch, keys);
        return outcomes;
    }

    private void write(Connection connection, Batch batch, AnsweredKeys keys) throws SQLException {
        OrderWrites.insert(connection, batch.placed());
        OrderWrites.update(connection, batch.changed());
        List<StockLevelChanged> levels =
                StockRows.write(connection, batch.stock().values());
        levels.forEach(batch::publish);
        outbox.publishPrepared(batch.messages());
        keys.store(connection, batch.now());
    }

    /** Tells the one who waits. */
    interface Outcome {
        void tell();
    }
}
