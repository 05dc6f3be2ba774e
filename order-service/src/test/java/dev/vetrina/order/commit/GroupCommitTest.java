package dev.vetrina.order.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.stock.MovementReason;
import dev.vetrina.order.stock.VariantStock;
import dev.vetrina.testkit.Api;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    @Test
    void aDraftThatFailsInTheDatabaseFailsAloneAndTheOthersOfItsBatchAreTaken() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 1);
        CountDownLatch gathered = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> blocker = threads.submit(() -> groupCommit.submit(new Blocking(mug, gathered)));
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

    private record Receive(Goods goods, int units, String reference) implements Draft<Integer> {
        @Override
        public Set<UUID> variants(Batch batch) {
            return Set.of(goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
            batch.stock(goods.variantId())
                    .pool(VariantStock.SHARED, goods.brandId())
                    .adjust(units, MovementReason.RECEIVED, reference, batch.now());
            return units;
        }
    }

    /** Keeps the combiner busy until the next batch has gathered. */
    private record Blocking(Goods goods, CountDownLatch gathered) implements Draft<Integer> {
        @Override
        public Set<UUID> variants(Batch batch) {
            return Set.of(goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
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
        public Set<UUID> variants(Batch batch) {
            return Set.of(goods.variantId());
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

    private record Refused(Goods goods) implements Draft<Integer> {
        @Override
        public Set<UUID> variants(Batch batch) {
            return Set.of(goods.variantId());
        }

        @Override
        public Integer take(Batch batch) {
            throw ProblemException.conflict("no", "Not today.");
        }
    }
}
