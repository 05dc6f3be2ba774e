package dev.vetrina.order.cancellation;

import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.part;
import static dev.vetrina.order.AfterPurchase.partOf;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.fulfilment.OverdueParts;
import dev.vetrina.order.fulfilment.OverdueParts.Edition;
import dev.vetrina.order.fulfilment.OverdueParts.Late;
import dev.vetrina.order.fulfilment.OverdueParts.Overdue;
import dev.vetrina.order.fulfilment.UnpaidParts;
import dev.vetrina.order.lifecycle.DueWork;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.payment.SilentProvider;
import dev.vetrina.testkit.MovableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is cancelled by itself, while the provider says nothing to the refunds of it. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class SlowRefundsTest {

    @Inject
    GroupCommit groupCommit;

    @Inject
    Orders orders;

    @Inject
    DueWork dueWork;

    @Inject
    OverdueParts overdueParts;

    @Inject
    UnpaidParts unpaidParts;

    @Inject
    BrandDeadlines deadlines;

    @Inject
    DataSource dataSource;

    @Inject
    MovableClock clock;

    private Goods mug;
    private String first;
    private String second;

    @BeforeEach
    void payTwoOrders() {
        mug = Catalogue.onSale(1_000, 10);
        first = paid("ann", mug, 1);
        second = paid("ann", mug, 1);
    }

    @Test
    void theNextLateBrandIsNotWaitedFor() {
        try (SilentProvider provider = new SilentProvider()) {
            LateBrands lateBrands = new LateBrands(
                    overdueParts, deadlines, groupCommit, provider.refunds(groupCommit, orders, dueWork), clock);
            Thread _ = Thread.startVirtualThread(() -> {
                lateBrands.cancelOrLater(overdue(first), late(first));
                lateBrands.cancelOrLater(overdue(second), late(second));
            });

            cancelled(second, "NOT_CONFIRMED_IN_TIME");
        }
    }

    @Test
    void theNextOrderWhosePaymentLapsedIsNotWaitedFor() {
        try (SilentProvider provider = new SilentProvider()) {
            LapsedPayments lapsed =
                    new LapsedPayments(unpaidParts, groupCommit, provider.refunds(groupCommit, orders, dueWork), clock);
            holdBack(first);
            holdBack(second);
            letHalfOfItGo(first);
            letHalfOfItGo(second);
            Thread _ = Thread.startVirtualThread(() -> {
                lapsed.cancelOrLater(UUID.fromString(first));
                lapsed.cancelOrLater(UUID.fromString(second));
            });

            cancelled(second, "PAYMENT_LAPSED");
        }
    }

    /** From the service's own look for what is late. */
    private void holdBack(String order) {
        StoredOrder.change(
                dataSource,
                order,
                "update fulfilment set overdue_claim_until = now() + interval '1 year' where order_id = ?");
    }

    /** As if it had been reserved and captured in part: cancelling what is not shipped refunds that part. */
    private void letHalfOfItGo(String order) {
        StoredOrder.change(
                dataSource,
                order,
                "update payment set capture_at_once = false, captured_amount = 500 where order_id = ?");
    }

    private void cancelled(String order, String reason) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> part(mug, partOf("ann", order, mug.brandId()))
                        .body("status", equalTo("CANCELLED"))
                        .body("cancelReason", equalTo(reason)));
    }

    private Overdue overdue(String order) {
        return new Overdue(UUID.fromString(order), UUID.fromString(partOf("ann", order, mug.brandId())));
    }

    private List<Late> late(String order) {
        long terms = orders.get(UUID.fromString(order)).terms().version();
        return List.of(new Late(new Edition("GB", terms), clock.instant(), clock.instant()));
    }
}
