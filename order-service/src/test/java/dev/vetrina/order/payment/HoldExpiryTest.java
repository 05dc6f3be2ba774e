package dev.vetrina.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.Shows;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.session.SellingSessions;
import dev.vetrina.testkit.MovableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The ends of holds while several instances look for them. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class HoldExpiryTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @Inject
    Orders orders;

    @Inject
    SellingSessions sessions;

    @Inject
    GroupCommit groupCommit;

    @Inject
    MovableClock clock;

    @Test
    void noHoldIsClaimedTwiceAndWhatADeadInstanceClaimedIsEndedByAnother() throws Exception {
        Goods mug = Catalogue.onSale(1_250, 20);
        for (int i = 0; i < 20; i++) {
            Shop.placed("ann", mug, 1);
        }
        clock.advance(Duration.ofMinutes(10));

        List<UUID> claimed = new ArrayList<>();
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Order>>> claims = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                claims.add(instances.submit(() -> orders.claimDue(clock.instant(), LEASE, 7)));
            }
            for (Future<List<Order>> claim : claims) {
                claim.get().forEach(order -> claimed.add(order.id()));
            }
        }
        assertThat(claimed).doesNotHaveDuplicates();

        clock.advance(LEASE);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.stock(mug).body("held", equalTo(0)).body("available", equalTo(20)));
    }

    @Test
    void aHoldIsNotReleasedWhileItsShowIsPausedNorInTheTwoMinutesAfter() {
        Goods mug = Catalogue.onSale(1_250, 2);
        UUID show = Shows.live();
        UUID paused = UUID.fromString(Shop.placedIn(show, "ann", mug, 1));
        String outside = Shop.placed("bob", mug, 1);
        Shows.pause(show, clock.instant());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Instant.parse(reservedUntil("ann", paused.toString())))
                        .isAfter(clock.instant().plus(Duration.ofMinutes(20))));

        clock.advance(Duration.ofMinutes(11));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("bob", outside).body("status", equalTo("EXPIRED")));
        Shop.read("ann", paused.toString()).body("status", equalTo("PENDING_PAYMENT"));
        Shop.pay("ann", paused.toString(), "tok_declined")
                .then()
                .statusCode(201)
                .body("status", equalTo("DECLINED"));

        Shows.resume(show, clock.instant());
        clock.advance(Duration.ofSeconds(121));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("ann", paused.toString()).body("status", equalTo("EXPIRED")));
    }

    @Test
    void aPauseThatBecameKnownAfterAHoldWasClaimedKeepsItAllTheSame() {
        Goods mug = Catalogue.onSale(1_250, 1);
        UUID show = Shows.live();
        UUID order = UUID.fromString(Shop.placedIn(show, "ann", mug, 1));
        Shows.pause(show, clock.instant());
        awaitPause(show);
        clock.advance(Duration.ofMinutes(11));

        assertThat(groupCommit.submit(new ExpireOrder(order, true))).isFalse();

        Shop.stock(mug).body("held", equalTo(1));
    }

    @Test
    void aPauseThatBeganAfterTheEndOfAHoldDoesNotKeepItsStock() {
        Goods mug = Catalogue.onSale(1_250, 1);
        UUID show = Shows.live();
        String order = Shop.placedIn(show, "ann", mug, 1);
        Shows.pause(show, clock.instant().plus(Duration.ofSeconds(630)));
        awaitPause(show);

        clock.advance(Duration.ofMinutes(11));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("ann", order).body("status", equalTo("EXPIRED")));
        Shop.stock(mug).body("held", equalTo(0)).body("available", equalTo(1));
    }

    private void awaitPause(UUID show) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sessions.get(show).pauses()).hasSize(1));
    }

    private static String reservedUntil(String customer, String order) {
        return Shop.read(customer, order).extract().path("reservedUntil");
    }
}
