package dev.vetrina.order.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class InventoryProofTest {

    private static final Logger LOG = Logger.getLogger(InventoryProofTest.class);

    @Inject
    MovableClock clock;

    @AfterEach
    void whatWasMovedIsMovedBack() {
        clock.reset();
    }

    @Inject
    StockCheckpoints checkpoints;

    @Inject
    InventoryQuery query;

    @Inject
    DataSource dataSource;

    @Test
    @Timeout(120)
    void theProofHoldsAtEveryPollWhileManyBuyPayCancelAndLetExpire() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 60);
        AtomicBoolean ended = new AtomicBoolean();
        List<InventoryProof> proofs = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> buyers = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                int number = i;
                buyers.add(threads.submit(() -> shopUntil(ended, mug, number)));
            }
            Thread poller = Thread.ofPlatform().start(() -> {
                while (!ended.get()) {
                    proofs.add(query.proof(mug.variantId()));
                }
            });
            for (int round = 0; round < 6 || proofs.getLast().movements() < 300; round++) {
                int seen = proofs.size();
                await().atMost(Duration.ofSeconds(20)).until(() -> proofs.size() > seen + 20);
                clock.advance(Duration.ofMinutes(11));
                checkpoints.sumUpWhereMoreThan(50);
            }
            ended.set(true);
            poller.join();
            for (Future<?> buyer : buyers) {
                buyer.get();
            }
        }
        assertThat(proofs).hasSizeGreaterThan(100).allMatch(InventoryProof::holds);
        LOG.infof(
                "%d proofs while %d movements were made",
                proofs.size(), proofs.getLast().movements());
        proof(mug).body("holds", equalTo(true));
    }

    private static void shopUntil(AtomicBoolean ended, Goods mug, int number) {
        String name = "buyer-" + number;
        for (int turn = number; !ended.get(); turn++) {
            var placed = Shop.place(name, Shop.order(mug, 1), Api.idempotencyKey());
            if (placed.statusCode() != 201) {
                Api.as(Tokens.customer(name))
                        .body(Map.of("variantId", mug.variantId(), "quantity", 1, "market", "GB"))
                        .post("/v1/waitlist-entries");
                continue;
            }
            String order = placed.path("id");
            switch (turn % 4) {
                case 0 -> Shop.pay(name, order, "tok_approved");
                case 1, 2 ->
                    Api.as(Tokens.customer(name))
                            .body(Map.of("reason", "changed my mind"))
                            .post("/v1/orders/{id}/cancel", order);
                default -> {
                    // It is left to expire.
                }
            }
        }
    }

    @Test
    void aCounterThatDisagreesWithItsMovementsIsFound() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 5);
        proof(mug).body("holds", equalTo(true)).body("movements", equalTo(1));

        sql("update stock_level set available = available + 1 where variant_id = '" + mug.variantId() + "'");

        proof(mug).body("holds", equalTo(false)).body("available", equalTo(6)).body("putOnSale", equalTo(5));
    }

    @Test
    void anOrderThatHoldsWhatTheCountersDoNotKnowIsFound() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 5);
        String order = Shop.placed("ann", mug, 2);
        proof(mug).body("holds", equalTo(true)).body("pools[0].claims.heldByOrders", equalTo(2));

        sql("update order_line set quantity = 3 where order_id = '" + order + "'");

        proof(mug).body("holds", equalTo(false)).body("pools[0].claims.heldByOrders", equalTo(3));
        sql("update order_line set quantity = 2 where order_id = '" + order + "'");
    }

    private long checkpointsOf(Goods goods) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from stock_checkpoint where variant_id = ?")) {
            select.setObject(1, goods.variantId());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void aProofOfAMillionMovementsAddsUpWithoutACheckpointAndWithOne() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 5);
        String level = "variant_id = '" + mug.variantId() + "' and pool = 'shared'";
        sql(
                "insert into stock_movement (variant_id, pool, reason, available_delta, held_delta, sold_delta, moved_at) select '"
                        + mug.variantId()
                        + "', 'shared', 'CORRECTION', case when n % 2 = 0 then 1 else -1 end, 0, 0, now()"
                        + " from generate_series(1, 1000000) n");
        sql("update stock_level set version = version + 1000000 where " + level);
        sql("analyze stock_movement");
        long before = fastest(mug);

        // The clock may have made it already.
        int _ = checkpoints.sumUpWhereMoreThan(500_000);
        assertThat(checkpointsOf(mug)).isPositive();
        Shop.placed("ann", mug, 1);

        long after = fastest(mug);
        LOG.infof("Proof of 1,000,001 movements: %,d us without a checkpoint, %,d us with one", before, after);
        proof(mug)
                .body("holds", equalTo(true))
                .body("movements", equalTo(1_000_002))
                .body("held", equalTo(1));
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/inventory/{id}/movements?limit=200", mug.variantId())
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo("HELD"))
                .body("items.size()", greaterThanOrEqualTo(200));
    }

    private long fastest(Goods mug) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(query.proof(mug.variantId()).holds()).isTrue();
            best = Math.min(best, (System.nanoTime() - start) / 1_000);
        }
        return best;
    }

    private static ValidatableResponse proof(Goods goods) {
        return Api.as(Tokens.brand(goods.brandId()))
                .get("/v1/inventory/{id}/proof", goods.variantId())
                .then()
                .statusCode(200);
    }

    private void sql(String sql) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
