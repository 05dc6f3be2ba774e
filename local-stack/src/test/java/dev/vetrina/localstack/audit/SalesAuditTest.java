package dev.vetrina.localstack.audit;

import static dev.vetrina.localstack.audit.SoundSales.CANCELLED;
import static dev.vetrina.localstack.audit.SoundSales.EXPIRED;
import static dev.vetrina.localstack.audit.SoundSales.PAID;
import static dev.vetrina.localstack.audit.SoundSales.PAYMENT;
import static dev.vetrina.localstack.audit.SoundSales.PENDING;
import static dev.vetrina.localstack.audit.SoundSales.PRICE;
import static dev.vetrina.localstack.audit.SoundSales.REFUNDED_PAYMENT;
import static dev.vetrina.localstack.audit.SoundSales.VARIANT;
import static dev.vetrina.localstack.audit.SoundSales.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.audit.AuditFinding.Harm;
import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.ClientNotes.Accepted;
import dev.vetrina.localstack.audit.PublishedFacts.OrderFact;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker itself: each violation, seeded into sales in which all is right, is found, and nothing else is. */
class SalesAuditTest {

    private static final String POOL = "variant " + VARIANT + " in pool shared";

    private static @Nullable OrderDatabase opened;

    @BeforeAll
    static void makeTheDatabase() throws Exception {
        opened = OrderDatabase.create("sales_audit");
    }

    @AfterAll
    static void leaveTheDatabase() throws Exception {
        database().close();
    }

    interface Violation {
        void seed(SoundSales sales) throws Exception;
    }

    @Test
    void soundSalesHaveNoFinding() throws Exception {
        SalesAudit audit = SoundSales.in(database()).audit();

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.holds()).isTrue();
    }

    static Stream<Arguments> violations() {
        return Stream.of(stock(), orders(), charges(), facts()).flatMap(each -> each);
    }

    private static Stream<Arguments> stock() {
        return Stream.of(
                seeded(Kind.OVERSOLD, POOL, sales -> {
                    sales.database.execute("update order_line set quantity = 11 where order_id = " + text(PAID));
                    sales.move(-9, 0, 9);
                    sales.database.execute("update stock_level set available = -2, sold = 11");
                    sales.stockFact(4, new Counters(-2, 1, 11));
                }),
                seeded(Kind.NEGATIVE_COUNTER, POOL, sales -> {
                    sales.move(3, -3, 0);
                    sales.database.execute("update stock_level set available = 10, held = -2");
                    sales.stockFact(4, new Counters(10, -2, 2));
                }),
                seeded(Kind.COUNTERS_DIFFER_FROM_MOVEMENTS, POOL, sales -> {
                    sales.database.execute("update stock_level set available = 6");
                    sales.stockFact(4, new Counters(6, 1, 2));
                }),
                seeded(
                        Kind.SOLD_DIFFERS_FROM_ORDERS,
                        POOL,
                        sales -> sales.database.execute(
                                "update order_line set quantity = 3 where order_id = " + text(PAID))),
                seeded(
                        Kind.HELD_DIFFERS_FROM_ORDERS,
                        POOL,
                        sales -> sales.database.execute(
                                "update order_line set quantity = 3 where order_id = " + text(PENDING))),
                seeded(Kind.HELD_DIFFERS_FROM_ORDERS, POOL, sales -> sales.offer(2)),
                seeded(
                        Kind.SOLD_DIFFERS_FROM_ORDERS,
                        POOL,
                        sales -> sales.database.execute("update stock_movement set reason = 'TAKEN_BACK', order_id = "
                                + text(PAID) + " where sold_delta = 2")),
                seeded(Kind.STOCK_EVENT_DIFFERS, "variant " + VARIANT, sales -> sales.stockFacts.removeLast()),
                seeded(
                        Kind.EVENTS_OUT_OF_ORDER,
                        "variant " + VARIANT,
                        sales -> sales.stockFact(2, new Counters(7, 1, 2))),
                seeded(
                        Kind.EVENT_TWICE,
                        "variant " + VARIANT,
                        sales -> sales.stockFacts.add(sales.stockFacts.getLast())));
    }

    private static Stream<Arguments> orders() {
        UUID nowhere = UUID.randomUUID();
        return Stream.of(
                seeded(
                        Kind.ACCEPTED_ORDER_MISSING,
                        "order " + nowhere,
                        sales -> sales.accepted.add(new Accepted("k", nowhere))),
                seeded(
                        Kind.KEY_MADE_TWO_ORDERS,
                        "Idempotency-Key key of " + PAID,
                        sales -> sales.accepted.add(new Accepted("key of " + PAID, PENDING))),
                seeded(Kind.PAID_ORDER_UNPAID, "order " + PENDING, sales -> sales.toldPaid.add(PENDING)));
    }

    private static Stream<Arguments> charges() {
        UUID unknown = UUID.randomUUID();
        return Stream.of(
                seeded(
                        Kind.PAID_WITHOUT_CHARGE,
                        "order " + PAID,
                        sales -> sales.database.execute(
                                "delete from simulated_charge where payment_id = " + text(PAYMENT))),
                seeded(
                        Kind.CAPTURED_TWICE,
                        "payment " + PAYMENT,
                        sales -> sales.database.execute(
                                "update simulated_charge set captures = 2 where payment_id = " + text(PAYMENT))),
                seeded(Kind.CAPTURED_TWICE, "payment " + PAYMENT, sales -> {
                    sales.atShipment(PAYMENT, 2);
                    sales.database.execute("update simulated_charge set captured_amount = 2 * captured_amount"
                            + " where payment_id = " + text(PAYMENT));
                }),
                seeded(
                        Kind.TWO_ATTEMPTS_CAPTURED,
                        "order " + PAID,
                        sales -> sales.attempt(UUID.randomUUID(), PAID, "CAPTURED", "CAPTURED", PRICE)),
                seeded(
                        Kind.TWO_ATTEMPTS_CAPTURED,
                        "order " + PAID,
                        sales -> sales.attempt(UUID.randomUUID(), PAID, "DECLINED", "CAPTURED", PRICE)),
                seeded(
                        Kind.CHARGED_FOR_NOTHING,
                        "payment " + unknown,
                        sales -> sales.attempt(unknown, CANCELLED, "CANCELLED", "CAPTURED", PRICE)),
                seeded(Kind.CHARGED_FOR_NOTHING, "payment " + unknown, sales -> {
                    sales.attempt(unknown, CANCELLED, "CANCELLED", "CAPTURED", PRICE);
                    sales.database.execute("delete from payment where id = " + text(unknown));
                }),
                seeded(Kind.CHARGED_FOR_NOTHING, "payment " + REFUNDED_PAYMENT, sales -> {
                    sales.database.execute("update simulated_charge set refunded_amount = 0 where payment_id = "
                            + text(REFUNDED_PAYMENT));
                }),
                seeded(
                        Kind.PAYMENT_DIFFERS_FROM_CHARGE,
                        "payment " + PAYMENT,
                        sales -> sales.database.execute(
                                "update payment set captured_amount = 1 where id = " + text(PAYMENT))),
                seeded(
                        Kind.PAYMENT_DIFFERS_FROM_CHARGE,
                        "payment " + PAYMENT,
                        sales -> sales.database.execute(
                                "update simulated_charge set refunded_amount = 1 where payment_id = " + text(PAYMENT))),
                seeded(Kind.CHARGED_FOR_NOTHING, "payment " + unknown, sales -> {
                    sales.order(unknown, "CANCELLED", 2, 1);
                    sales.told(unknown, "order.placed.v1", "order.paid.v1", "order.cancelled.v1");
                    sales.attempt(unknown, unknown, "CAPTURED", "CAPTURED", PRICE);
                }));
    }

    private static Stream<Arguments> facts() {
        UUID nowhere = UUID.randomUUID();
        return Stream.of(
                seeded(
                        Kind.PLACED_EVENT_MISSING,
                        "order " + PENDING,
                        sales -> sales.orderFacts.remove(sales.factOf(PENDING, 0))),
                seeded(
                        Kind.PLACED_EVENT_MISSING,
                        "order " + PAID,
                        sales -> sales.orderFacts.remove(sales.factOf(PAID, 0))),
                seeded(Kind.EVENT_TWICE, "order " + PAID, sales -> sales.orderFacts.add(sales.factOf(PAID, 1))),
                seeded(Kind.EVENT_TWICE, "order " + PAID, sales -> sales.fact(PAID, "order.paid.v1", 2)),
                seeded(Kind.EVENTS_OUT_OF_ORDER, "order " + PAID, sales -> {
                    OrderFact declined = sales.factOf(PAID, 1);
                    sales.orderFacts.remove(declined);
                    sales.orderFacts.add(declined);
                }),
                seeded(Kind.GAP_IN_EVENTS, "order " + PAID, sales -> sales.orderFacts.remove(sales.factOf(PAID, 1))),
                seeded(Kind.EVENT_OF_NO_ORDER, "order " + nowhere, sales -> sales.fact(nowhere, "order.placed.v1", 0)),
                seeded(
                        Kind.LAST_EVENT_DIFFERS,
                        "order " + CANCELLED,
                        sales -> sales.orderFacts.remove(sales.factOf(CANCELLED, 1))),
                seeded(Kind.LAST_EVENT_DIFFERS, "order " + EXPIRED, sales -> {
                    int end = sales.orderFacts.indexOf(sales.factOf(EXPIRED, 1));
                    sales.orderFacts.set(end, new OrderFact("order.cancelled.v1", EXPIRED, 1));
                }),
                seeded(Kind.LAST_EVENT_DIFFERS, "order " + PAID, sales -> {
                    sales.database.execute("update orders set version = 3 where id = " + text(PAID));
                    sales.fact(PAID, "order.completed.v1", 3);
                }));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("violations")
    void aViolationIsFoundAndNothingElseIs(Kind kind, String where, Violation violation) throws Exception {
        SoundSales sales = SoundSales.in(database());

        violation.seed(sales);

        assertThat(sales.audit().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.where()).isEqualTo(where);
            assertThat(finding.expected()).isNotBlank().isNotEqualTo(finding.found());
        });
    }

    @Test
    void everyKindOfFindingIsSeededAbove() {
        assertThat(violations().map(violation -> violation.get()[0])).containsAll(Arrays.asList(Kind.values()));
    }

    @Test
    void aBenchmarkCountsFindingsByTheirHarm() throws Exception {
        SoundSales sales = SoundSales.in(database());
        sales.accepted.add(new Accepted("k", UUID.randomUUID()));
        sales.orderFacts.remove(sales.factOf(PENDING, 0));

        SalesAudit audit = sales.audit();

        assertThat(audit.count(Harm.LOST)).isEqualTo(2);
        assertThat(audit.count(Harm.OVERSOLD)).isZero();
        assertThat(audit.text()).contains("ACCEPTED_ORDER_MISSING").contains("PLACED_EVENT_MISSING");
    }

    private static Arguments seeded(Kind kind, String where, Violation violation) {
        return Arguments.of(kind, where, violation);
    }

    private static OrderDatabase database() {
        if (opened == null) {
            throw new IllegalStateException("the database is not made");
        }
        return opened;
    }
}
