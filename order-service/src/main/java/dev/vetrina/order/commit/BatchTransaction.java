package dev.vetrina.order.commit;

import dev.vetrina.kit.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** One transaction for many drafts. Locks are taken in one order everywhere: idempotency keys, then by {@link LockRank}. */
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
        Batch batch = new Batch(clock.instant(), outbox::prepare);
        batch.lock(connection, drafts);

        List<Outcome> outcomes = new ArrayList<>();
        for (Waiting<?> draft : waiting) {
            outcomes.add(draft.take(batch, keys));
        }
        batch.write(connection);
        outbox.publishPrepared(batch.messages());
        keys.store(connection, batch.now());
        return outcomes;
    }

    /** Tells the one who waits. */
    interface Outcome {
        void tell();
    }
}
