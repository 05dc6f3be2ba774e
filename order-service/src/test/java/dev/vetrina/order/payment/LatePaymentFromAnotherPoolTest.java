package dev.vetrina.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The money comes when the units are no longer in the pool in which they were held. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class LatePaymentFromAnotherPoolTest {

    @Inject
    GroupCommit groupCommit;

    @Inject
    MovableClock clock;

    private final UUID paymentId = UUID.randomUUID();
    private Goods mug;

    @BeforeEach
    void putOnSale() {
        mug = Catalogue.onSale(1_000, 2);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void takesFromTheSharedPoolWhatTheClosedOneHasGivenBackAndReturnsItThere() {
        setApart(2);
        UUID order = expired();
        close();

        assertThat(paidLate(order).unwanted()).isFalse();
        Shop.read("ann", order.toString()).body("status", equalTo("PAID"));
        assertThat(pool("shared")).containsExactly(1, 1);
        assertThat(pool("market:GB")).containsExactly(0, 0);

        Api.as(Tokens.customer("ann"))
                .body(Map.of("reason", "too late", "code", "CHANGED_MIND"))
                .post("/v1/orders/{id}/cancel", order)
                .then()
                .statusCode(200);
        assertThat(pool("shared")).containsExactly(2, 0);
        proves();
    }

    @Test
    void isRefundedWhenWhatWasGivenBackIsSoldToOthers() {
        setApart(2);
        UUID order = expired();
        close();
        Shop.placed("bob", mug, 2);

        assertThat(paidLate(order).unwanted()).isTrue();
        Shop.read("ann", order.toString()).body("status", equalTo("EXPIRED"));
        assertThat(pool("shared")).containsExactly(0, 0);
        proves();
    }

    @Test
    void takesFromTheOldPoolWhileTheOneThatServesTheMarketNowIsEmpty() {
        UUID order = expired();
        setApart(1);
        Shop.placed("bob", mug, 1);

        assertThat(paidLate(order).unwanted()).isFalse();
        assertThat(pool("shared")).containsExactly(0, 1);
        proves();
    }

    private UUID expired() {
        UUID order = UUID.fromString(Shop.placed("ann", mug, 1));
        groupCommit.submit(new StartPayment(
                order, paymentId, paymentId.toString().replace("-", ""), "simulated", "tok_approved", Instant.MAX));
        clock.advance(Duration.ofMinutes(10));
        settle(order, new ProviderAnswer.Cancelled());
        groupCommit.submit(new ExpireOrder(order, true));
        return order;
    }

    private Payment paidLate(UUID order) {
        return settle(order, new ProviderAnswer.Captured(1_000));
    }

    private Payment settle(UUID order, ProviderAnswer answer) {
        return groupCommit
                .submit(new SettlePayment(order, paymentId, ProviderReply.of(answer)))
                .payment(paymentId);
    }

    private void setApart(int quantity) {
        Map<String, Object> move =
                Map.of("variantId", mug.variantId(), "fromPool", "shared", "toPool", "market:GB", "quantity", quantity);
        Api.as(Tokens.brand(mug.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("transfers", List.of(move)))
                .post("/v1/inventory-transfers")
                .then()
                .statusCode(201);
    }

    private void close() {
        Api.as(Tokens.brand(mug.brandId()))
                .post("/v1/inventory/{id}/pools/market:GB/close", mug.variantId())
                .then()
                .statusCode(200);
    }

    /** In the order available, sold. */
    private List<Integer> pool(String name) {
        Map<String, Integer> counters = Shop.stock(mug).extract().path("pools.find { it.pool == '" + name + "' }");
        return List.of(counters.get("available"), counters.get("sold"));
    }

    private void proves() {
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/inventory/{id}/proof", mug.variantId())
                .then()
                .statusCode(200)
                .body("holds", equalTo(true));
    }
}
