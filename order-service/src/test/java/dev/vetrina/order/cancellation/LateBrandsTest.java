package dev.vetrina.order.cancellation;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.part;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.fulfilment.OverdueParts;
import dev.vetrina.order.fulfilment.OverdueParts.Edition;
import dev.vetrina.order.fulfilment.OverdueParts.Late;
import dev.vetrina.order.fulfilment.OverdueParts.Overdue;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.payment.Refunds;
import dev.vetrina.order.payment.RefundsNoted;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The moment between the claim of a part whose brand is late and its cancellation. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class LateBrandsTest {

    @Inject
    GroupCommit groupCommit;

    @Inject
    Orders orders;

    @Inject
    OverdueParts overdueParts;

    @Inject
    BrandDeadlines deadlines;

    @Inject
    MovableClock clock;

    private Goods mug;
    private String order;
    private String part;

    @BeforeEach
    void payAnOrder() {
        mug = Catalogue.onSale(1_000, 10);
        order = paid("ann", mug, 2);
        part = partOf("ann", order, mug.brandId());
    }

    @Test
    void aPartThatIsConfirmedInThatMomentIsKept() {
        confirm(mug, part).then().statusCode(200);

        assertThat(cancelsWhatWasClaimed(clock.instant().minus(Duration.ofDays(3))))
                .isFalse();

        part(mug, part).body("status", equalTo("CONFIRMED")).body("lines[0].cancelled", equalTo(0));
        Shop.stock(mug).body("sold", equalTo(2));
    }

    @Test
    void aPartOfWhichTheLastUnitLeavesInThatMomentIsKept() {
        confirm(mug, part).then().statusCode(200);
        ship(mug, part, lineOf("ann", order, mug), 2, Api.idempotencyKey())
                .then()
                .statusCode(201);

        assertThat(cancelsWhatWasClaimed(clock.instant().plusSeconds(1))).isFalse();

        part(mug, part).body("status", equalTo("SHIPPED"));
    }

    @Test
    void whatIsNotShippedInTimeIsCancelledAlthoughSomeOfItHasLeft() {
        confirm(mug, part).then().statusCode(200);
        ship(mug, part, lineOf("ann", order, mug), 1, Api.idempotencyKey())
                .then()
                .statusCode(201);

        assertThat(cancelsWhatWasClaimed(clock.instant().plusSeconds(1))).isTrue();

        part(mug, part)
                .body("status", equalTo("SHIPPED"))
                .body("cancelReason", equalTo("NOT_SHIPPED_IN_TIME"))
                .body("lines[0].cancelled", equalTo(1));
    }

    @Test
    void aPartThatNobodyConfirmsIsCancelled() {
        assertThat(cancelsWhatWasClaimed(clock.instant().minus(Duration.ofDays(3))))
                .isTrue();

        part(mug, part).body("cancelReason", equalTo("NOT_CONFIRMED_IN_TIME"));
        Shop.stock(mug).body("sold", equalTo(0));
    }

    @Test
    void theMoneyOfWhatIsCancelledIsOnItsWayAtOnce() {
        RefundsNoted refunds = new RefundsNoted();

        cancelOrLater(refunds);
        cancelOrLater(refunds);

        assertThat(refunds.orders()).containsExactly(UUID.fromString(order));
    }

    private void cancelOrLater(Refunds refunds) {
        new LateBrands(overdueParts, deadlines, groupCommit, refunds, clock)
                .cancelOrLater(claimed(), List.of(late(clock.instant())));
    }

    /** As it was claimed before: nobody had confirmed it by then. */
    private boolean cancelsWhatWasClaimed(Instant unlessShipped) {
        return groupCommit.submit(LateBrands.unlessActed(claimed(), List.of(late(unlessShipped))));
    }

    private Overdue claimed() {
        return new Overdue(UUID.fromString(order), UUID.fromString(part));
    }

    private Late late(Instant unlessShipped) {
        long terms = orders.get(UUID.fromString(order)).terms().version();
        return new Late(new Edition("GB", terms), clock.instant(), unlessShipped);
    }
}
