package dev.vetrina.localstack.audit;

import static dev.vetrina.localstack.audit.SoundSales.CANCELLED;
import static dev.vetrina.localstack.audit.SoundSales.EXPIRED;
import static dev.vetrina.localstack.audit.SoundSales.PAID;
import static dev.vetrina.localstack.audit.SoundSales.PRICE;
import static dev.vetrina.localstack.audit.SoundSales.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that may rightly become of an order after it was placed: the checker finds no fault with it. */
class SoundLivesTest {

    private static @Nullable OrderDatabase opened;

    private final UUID order = UUID.randomUUID();
    private final UUID payment = UUID.randomUUID();
    private SoundSales sales;

    @BeforeAll
    static void makeTheDatabase() throws Exception {
        opened = OrderDatabase.create("sound_lives");
    }

    @AfterAll
    static void leaveTheDatabase() throws Exception {
        database().close();
    }

    @BeforeEach
    void beginWithSoundSales() throws Exception {
        sales = SoundSales.in(database());
    }

    @AfterEach
    void nothingIsFound() throws Exception {
        assertThat(sales.audit().findings()).isEmpty();
    }

    @Test
    void aPaymentThatCameTooLateIsRefunded() throws Exception {
        sales.attempt(payment, CANCELLED, "CAPTURED", "CAPTURED", PRICE);
        sales.unwanted(payment);
        sales.refund(payment, PRICE);
        sales.toldPaid.add(EXPIRED);
    }

    @Test
    void aSecondAttemptThatWasCapturedIsGivenBack() throws Exception {
        sales.attempt(payment, PAID, "CAPTURED", "CAPTURED", 2 * PRICE);
        sales.unwanted(payment);
        sales.refund(payment, 2 * PRICE);
    }

    @Test
    void anOrderIsCancelledAfterItWasPaid() throws Exception {
        sell("CANCELLED", 1, "order.placed.v1", "order.paid.v1", "fulfilment.cancelled.v1", "order.cancelled.v1");
        sales.attempt(payment, order, "CAPTURED", "CAPTURED", PRICE);
        sales.refund(payment, PRICE);
        sales.giveBack(order, "CANCELLED", 1, -1);
        sales.stockIs(7, 1, 2);
    }

    @Test
    void aPartOfAnOrderIsCancelledAfterItWasPaid() throws Exception {
        sell("PAID", 3, "order.placed.v1", "order.paid.v1", "fulfilment.cancelled.v1", "order.refund-requested.v1");
        sales.attempt(payment, order, "CAPTURED", "CAPTURED", 3 * PRICE);
        sales.refund(payment, PRICE);
        sales.giveBack(order, "CANCELLED", 1, -1);
        sales.stockIs(5, 1, 4);
    }

    @Test
    void anAuthorisationWaitsForTheShipment() throws Exception {
        sell("PAID", 2, "order.placed.v1", "order.paid.v1", "fulfilment.confirmed.v1");
        sales.attempt(payment, order, "AUTHORISED", "AUTHORISED", 0);
        sales.atShipment(payment, 0);
        sales.stockIs(5, 1, 4);
    }

    @Test
    void twoParcelsAreCapturedInTwoParts() throws Exception {
        sell("COMPLETED", 2, "order.placed.v1", "order.paid.v1", "order.payment-changed.v1", "order.completed.v1");
        sales.attempt(payment, order, "CAPTURED", "CAPTURED", 2 * PRICE);
        sales.atShipment(payment, 2);
        sales.stockIs(5, 1, 4);
    }

    @Test
    void anOrderIsCancelledBeforeItsAuthorisationWasCaptured() throws Exception {
        sell("CANCELLED", 1, "order.placed.v1", "order.paid.v1", "fulfilment.cancelled.v1", "order.cancelled.v1");
        sales.attempt(payment, order, "CANCELLED", "CANCELLED", 0);
        sales.atShipment(payment, 0);
        database().execute("update payment set released_amount = " + PRICE + " where id = " + text(payment));
        sales.giveBack(order, "CANCELLED", 1, -1);
        sales.stockIs(7, 1, 2);
    }

    @Test
    void goodsComeBackAndAreSoldAgainOrWrittenOff() throws Exception {
        sell("COMPLETED", 3, "order.placed.v1", "order.paid.v1", "order.completed.v1", "return.received.v1");
        sales.attempt(payment, order, "CAPTURED", "CAPTURED", 3 * PRICE);
        sales.refund(payment, 3 * PRICE);
        sales.giveBack(order, "TAKEN_BACK", 2, -2);
        sales.giveBack(order, "WRITTEN_OFF", 0, -1);
        sales.stockIs(6, 1, 2);
    }

    @Test
    void unitsAreKeptForThoseWhoWaited() throws Exception {
        sales.move(-2, 2, 0);
        sales.offer(2);
        sales.stockIs(5, 3, 2);
    }

    @Test
    void aVariantThatIsOnlyWaitedForHasNoEvent() throws Exception {
        database()
                .insert(
                        "stock_level",
                        Map.of("variant_id", text(UUID.randomUUID()), "pool", "'shared'", "waiting", "1"));
    }

    @Test
    void transfersThatTheProviderIsAskedAboutAreUnderWayAndWaitingAuthorisationsAreNot() throws Exception {
        sell("PAID", 1, "order.placed.v1", "order.paid.v1");
        sales.attempt(payment, order, "AUTHORISED", "AUTHORISED", 0);
        sales.stockIs(6, 1, 3);
        database().execute("update payment set check_at = now(), amount = 1000 where id = " + text(payment));
        assertThat(database().underWay()).isZero();

        database().insert("refund", Map.of("status", "'UNKNOWN'", "check_at", "now()"));
        assertThat(database().underWay()).isEqualTo(1);
        database().insert("payment_capture", Map.of("status", "'REQUESTED'", "check_at", "now()"));
        assertThat(database().underWay()).isEqualTo(2);
        sales.unwanted(payment);
        assertThat(database().underWay()).isEqualTo(3);
    }

    /** An order that was paid, as its client was told, and has units of the stock. */
    private void sell(String status, int units, String... events) throws SQLException {
        sales.order(order, status, events.length - 1L, units);
        sales.told(order, events);
        sales.toldPaid.add(order);
        sales.move(-units, 0, units);
    }

    private static OrderDatabase database() {
        if (opened == null) {
            throw new IllegalStateException("the database is not made");
        }
        return opened;
    }
}
