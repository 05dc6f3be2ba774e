package dev.vetrina.order.payment.simulated;

import dev.vetrina.order.commit.Combiner;
import dev.vetrina.order.payment.provider.PaymentProvider.NoAnswerException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The simulated provider's own record. Everything that waits is written in one transaction, and told only when that is
 * committed: what was answered survives the end of the process.
 */
@ApplicationScoped
class ChargeBook implements Combiner.Taker<ChargeEntry<?>> {

    private static final int QUEUE = 4_096;
    private static final int LARGEST = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AFTER_THE_PAYMENTS = 10;

    private final DataSource dataSource;
    private final Combiner<ChargeEntry<?>> combiner = new Combiner<>("simulated-provider", QUEUE, LARGEST, this);

    ChargeBook(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent event) {
        combiner.start();
    }

    /** After the group commit has stopped: until then payments may still ask. */
    void stop(
            @Observes @Priority(jakarta.interceptor.Interceptor.Priority.LIBRARY_AFTER + AFTER_THE_PAYMENTS)
                    ShutdownEvent event)
            throws InterruptedException {
        combiner.stop();
    }

    /**
     * Changes a charge.
     *
     * @param change what to do with the charge, empty if it is not known; answers the charge as it is then
     * @throws NoAnswerException if it was not committed in time
     */
    <R> R enter(UUID paymentId, Function<Optional<SimulatedCharge>, ChargeEntry.Change<R>> change) {
        ChargeEntry<R> entry = new ChargeEntry<>(paymentId, change);
        if (!combiner.offer(entry) || combiner.withdrawIfStopped(entry)) {
            throw new NoAnswerException("the simulated provider is overloaded");
        }
        try {
            return entry.result().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NoAnswerException("the simulated provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("the simulated provider does not answer", e);
        }
    }

    @Override
    public void take(List<ChargeEntry<?>> gathered) {
        List<Runnable> outcomes = QuarkusTransaction.requiringNew().call(() -> write(gathered));
        outcomes.forEach(Runnable::run);
    }

    private List<Runnable> write(List<ChargeEntry<?>> entries) throws SQLException {
        SortedSet<UUID> ids = new TreeSet<>();
        entries.forEach(entry -> ids.add(entry.paymentId()));
        try (Connection connection = dataSource.getConnection()) {
            Map<UUID, SimulatedCharge> charges = ChargeRows.lock(connection, ids);
            List<Runnable> outcomes =
                    entries.stream().map(entry -> entry.apply(charges)).toList();
            ChargeRows.write(connection, charges.values());
            return outcomes;
        }
    }

    @Override
    public void fail(List<ChargeEntry<?>> gathered, Throwable cause) {
        gathered.forEach(entry -> entry.result().completeExceptionally(cause));
    }
}
