package dev.vetrina.order.commit;

import static dev.vetrina.order.stock.StockRows.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.stock.MovementReason;
import dev.vetrina.order.stock.Pools;
import dev.vetrina.testkit.Api;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the group commit does when a draft, the database or the queue fails. */
@OrderServiceTest
class GroupCommitTest {

    @Inject
    GroupCommit groupCommit;

    @Inject
    DataSource dataSource;

    @Inject
    BatchTransaction transaction;

    @Inject
    GroupCommitSettings settings;

    @Test
    void aDraftThatFailsInTheDatabaseFailsAloneAndTheOthersOfItsBatchAreTaken() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 1);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch gathered = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> blocker = threads.submit(() -> groupCommit.submit(new Blocking(mug, taken, gathered)));
            taken.await();
            List<Future<Integer>> good = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                good.add(threads.submit(() -> groupCommit.submit(new Receive(mug, 1, "fine"))));
            }
            // PostgreSQL refuses U+0000 in a text: an error of this draft, and of no other.
            Future<Integer> bad = threads.submit(() -> groupCommit.submit(new Receive(mug, 1, "bad\0reference")));
            gathered.countDown();

            assertThat(blocker.get()).isZero();
            for (Future<Integer> draft : good) {
                assertThat(draft.get()).isEqualTo(1);
            }
            assertThatThrownBy(bad::get).rootCause().isInstanceOf(SQLException.class);
        }
        Shop.stock(mug).body("available", equalTo(10)).body("putOnSale", equalTo(10));
    }

    @Test
    void aConnectionThatIsKilledUnderABatchCostsNobodyTheOrder() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 1);

        int taken = groupCommit.submit(new KillsItsConnectionOnce(mug, new AtomicInteger(), dataSource));

        assertThat(taken).isEqualTo(2);
        Shop.stock(mug).body("available", equalTo(2)).body("putOnSale", equalTo(2));
    }

    @Test
    void theDatabaseEndsTheTransactionOfWhoeverStandsStill() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet limit = statement.executeQuery("show idle_in_transaction_session_timeout")) {
            assertThat(limit.next()).isTrue();
            assertThat(limit.getString(1)).isEqualTo("5s");
        }
    }

    @Test
    void aBatchThatStoodStillUntilTheDatabaseEndedItIsRolledBackAndTakenAgain() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 1);

        int taken = groupCommit.submit(new StandsStillOnce(mug, new AtomicInteger(), dataSource));

        assertThat(taken).isEqualTo(2);
        Shop.stock(mug).body("available", equalTo(2)).body("putOnSale", equalTo(2));
    }

    @Test
    void ordersGoOnThroughKilledConnections() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 200);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String buyer = "killed-" + i;
                answers.add(threads.submit(() -> Shop.place(buyer, Shop.order(mug, 1), Api.idempotencyKey())));
                if (i % 20 == 10) {
                    killAllBackends();
                }
            }
            long accepted = 0;
            for (Future<Response> answer : answers) {
                accepted += answer.get().statusCode() == 201 ? 1 : 0;
                assertThat(answer.get().statusCode()).isIn(201, 503);
            }
            Shop.stock(mug).body("held", equalTo((int) accepted)).body("putOnSale", equalTo(200));
        }
    }

    private void killAllBackends() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                    """);
        }
    }

    @Test
    void aRefusalIsToldAndChangesNothing() {
        Goods mug = Catalogue.onSale(1_000, 1);

        assertThatThrownBy(() -> groupCommit.submit(new Refused(mug)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("no"));

        Shop.stock(mug).body("available", equalTo(1));
    }

    @Test
    void aDraftThatBreaksAfterItChangedStockFailsAloneAndLeavesNothing() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 1);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch gathered = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> blocker = threads.submit(() -> groupCommit.submit(new Blocking(mug, taken, gathered)));
            taken.await();
            Future<Integer> wrong =
                    threads.submit(() -> groupCommit.submit(new Breaks(mug, new ArithmeticException())));
            Future<Integer> worse = threads.submit(() -> groupCommit.submit(new Breaks(mug, new StackOverflowError())));
            Future<Integer> denied = threads.submit(() -> groupCommit.submit(new Breaks(mug, new AssertionError())));
            Future<Integer> good = threads.submit(() -> groupCommit.submit(new Receive(mug, 1, "fine")));
            gathered.countDown();

            assertThat(blocker.get()).isZero();
            assertThat(good.get()).isEqualTo(1);
            assertThatThrownBy(wrong::get).hasRootCauseInstanceOf(ArithmeticException.class);
            assertThatThrownBy(worse::get).hasRootCauseInstanceOf(StackOverflowError.class);
            assertThatThrownBy(denied::get).hasRootCauseInstanceOf(AssertionError.class);
        }
        Shop.stock(mug).body("available", equalTo(2)).body("putOnSale", equalTo(2));
    }

    @Test
    void whoWaitsWhenTheServiceStopsIsStillServedAndWhoComesLaterIsToldAtOnce() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 1);
        MeterRegistry metrics = new SimpleMeterRegistry();
        GroupCommit stopping = new GroupCommit(transaction, settings, metrics);
        stopping.start(new StartupEvent());
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch gathered = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> blocker = threads.submit(() -> stopping.submit(new Blocking(mug, taken, gathered)));
            taken.await();
            List<Future<Integer>> waiting = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                waiting.add(threads.submit(() -> stopping.submit(new Receive(mug, 1, "fine"))));
            }
            await().untilAsserted(() -> assertThat(
                            metrics.get("vetrina.group.commit.waiting").gauge().value())
                    .isEqualTo(5));
            Thread stop = Thread.startVirtualThread(() -> stop(stopping));
            await().untilAsserted(() -> assertThat(stop.getState()).isEqualTo(Thread.State.TIMED_WAITING));
            gathered.countDown();

            assertThat(blocker.get()).isZero();
            for (Future<Integer> draft : waiting) {
                assertThat(draft.get()).isEqualTo(1);
            }
            stop.join();
        }
        // Whoever had waited in vain would still be in the queue, and be told that it was not done in time.
        assertThatThrownBy(() -> stopping.submit(new Receive(mug, 1, "late")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(503))
                .hasMessageContaining("stopping");
        assertThat(metrics.get("vetrina.group.commit.waiting").gauge().value()).isZero();
        Shop.stock(mug).body("available", equalTo(6));
    }

    private static void stop(GroupCommit stopping) {
        try {
            stopping.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Receive(Goods goods, int units, String reference) implements Draft<Integer> {
        @Override
        public void needs(Needs needs, Batch batch) {
            needs.add(STOCK, goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
            batch.row(STOCK, goods.variantId())
                    .pool(Pools.SHARED, goods.brandId())
                    .adjust(units, MovementReason.RECEIVED, reference, batch.now());
            return units;
        }
    }

    /** Keeps the combiner busy until the next batch has gathered. */
    private record Blocking(Goods goods, CountDownLatch taken, CountDownLatch gathered) implements Draft<Integer> {
        @Override
        public void needs(Needs needs, Batch batch) {
            needs.add(STOCK, goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
            taken.countDown();
            try {
                gathered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        }
    }

    /** Ends every connection of the service, its own batch's included, the first time it is taken. */
    private record KillsItsConnectionOnce(Goods goods, AtomicInteger taken, DataSource dataSource)
            implements Draft<Integer> {
        @Override
        public void needs(Needs needs, Batch batch) {
            needs.add(STOCK, goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
            new Receive(goods, 1, "received").take(batch);
            if (taken.incrementAndGet() == 1) {
                terminateOwnBackend();
            }
            return taken.get();
        }

        private void terminateOwnBackend() {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                boolean _ = statement.execute("select pg_terminate_backend(pg_backend_pid())");
            } catch (SQLException expected) {
                assertThat(expected.getSQLState()).isNotNull();
            }
        }
    }

    /**
     * The first time it is taken it stands still, after its change, until the database has ended the transaction for that. A
     * connection of the same transaction is the same one: its limit is made short.
     */
    private record StandsStillOnce(Goods goods, AtomicInteger taken, DataSource dataSource) implements Draft<Integer> {
        @Override
        public void needs(Needs needs, Batch batch) {
            needs.add(STOCK, goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
            new Receive(goods, 1, "received").take(batch);
            if (taken.incrementAndGet() == 1) {
                long backend = shortenLimit();
                await().until(() -> isGone(backend));
            }
            return taken.get();
        }

        private long shortenLimit() {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select pg_backend_pid(), set_config('idle_in_transaction_session_timeout', '50', true)")) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Asked from outside the transaction, which would not be idle otherwise. */
        private boolean isGone(long backend) throws Exception {
            return QuarkusTransaction.suspendingExisting().call(() -> {
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "select count(*) from pg_stat_activity where pid = " + backend)) {
                    return row.next() && row.getLong(1) == 0;
                }
            });
        }
    }

    /** Changes stock and breaks then. */
    private record Breaks(Goods goods, Throwable how) implements Draft<Integer> {

        @Override
        public void needs(Needs needs, Batch batch) {
            needs.add(STOCK, goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
            new Receive(goods, 1, "never").take(batch);
            switch (how) {
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                default -> throw new IllegalArgumentException(how);
            }
        }
    }

    private record Refused(Goods goods) implements Draft<Integer> {
        @Override
        public void needs(Needs needs, Batch batch) {
            needs.add(STOCK, goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
            throw ProblemException.conflict("no", "Not today.");
        }
    }
}
