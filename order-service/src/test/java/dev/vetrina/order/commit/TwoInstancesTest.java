package dev.vetrina.order.commit;

import static dev.vetrina.order.stock.StockRows.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.stock.MovementReason;
import dev.vetrina.order.stock.Pools;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two group commits over one database, as two instances of the service have them. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class TwoInstancesTest {

    private static final String MARKET_POOL = Pools.market("GB");

    @Inject
    GroupCommit groupCommit;

    @Inject
    DataSource dataSource;

    @Inject
    BatchTransaction transaction;

    @Inject
    GroupCommitSettings settings;

    @Test
    void whoWaitedForAVariantSeesThePoolThatWasMadeMeanwhile() throws Exception {
        twoPutUnitsIntoANewPool(Catalogue.onSale(1_000, 7), 7);
    }

    @Test
    void aVariantsVeryFirstPoolIsMadeOnce() throws Exception {
        twoPutUnitsIntoANewPool(Catalogue.known(1_000), 0);
    }

    private void twoPutUnitsIntoANewPool(Goods mug, int shared) throws Exception {
        GroupCommit other = new GroupCommit(transaction, settings, new SimpleMeterRegistry());
        other.start(new StartupEvent());
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch otherWaits = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> first = threads.submit(() -> groupCommit.submit(new Receive(mug, 2, taken, otherWaits)));
            taken.await();
            int before = waitingForALock();
            Future<Long> second = threads.submit(
                    () -> other.submit(new Receive(mug, 3, new CountDownLatch(1), new CountDownLatch(0))));
            await().untilAsserted(() -> assertThat(waitingForALock()).isGreaterThan(before));
            otherWaits.countDown();

            assertThat(first.get()).isEqualTo(2);
            assertThat(second.get()).isEqualTo(5);
        } finally {
            other.stop(new ShutdownEvent());
        }
        Shop.stock(mug)
                .body("available", equalTo(shared + 5))
                .body("putOnSale", equalTo(shared + 5))
                .body("pools.find { it.pool == 'market:GB' }.available", equalTo(5));
    }

    private int waitingForALock() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """);
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Puts units into the pool of the market, and stays in its transaction for a while. Returns what is in the pool then. */
    private record Receive(Goods goods, int units, CountDownLatch taken, CountDownLatch goOn) implements Draft<Long> {

        @Override
        public void needs(Needs needs, Batch batch) {
            needs.add(STOCK, goods.variantId());
        }

        @Override
        public Long take(Batch batch) {
            var pool = batch.row(STOCK, goods.variantId()).pool(MARKET_POOL, goods.brandId());
            pool.adjust(units, MovementReason.RECEIVED, "received", batch.now());
            taken.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return pool.available();
        }
    }
}
