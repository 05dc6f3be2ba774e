package dev.vetrina.live.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderCancelled;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.statistics.StatisticsRepository.ProductSales;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The figures are the same whether order events come together or one by one. */
@QuarkusTest
class BatchOfOrdersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");
    private static final UUID JUMPER = Ids.next();
    private static final UUID SCARF = Ids.next();

    @Inject
    OrderEventConsumer consumer;

    @Inject
    StatisticsRepository figures;

    record Figures(OrderTally orders, List<Money> gmv, List<ProductSales> products, long buyers) {}

    @Test
    void aBatchAddsWhatItsEventsAddOneByOne() {
        UUID together = Ids.next();
        UUID singly = Ids.next();
        UUID other = Ids.next();
        List<OrderEvent> batch = new ArrayList<>(life(together));
        batch.addAll(life(other));
        take(batch);
        life(singly).forEach(event -> take(List.of(event)));

        assertThat(figures(together)).isEqualTo(figures(singly));
        assertThat(figures(other)).isEqualTo(figures(singly));
        assertThat(figures(together))
                .isEqualTo(new Figures(
                        new OrderTally(5, 3, 1, 1, 1, 6),
                        List.of(new Money(900, "EUR"), new Money(4998, "GBP")),
                        products(),
                        2));
    }

    @Test
    void aBatchAddsToWhatIsThere() {
        UUID session = Ids.next();
        take(life(session));
        take(life(session));

        assertThat(figures(session).orders()).isEqualTo(new OrderTally(10, 6, 2, 2, 2, 12));
        assertThat(figures(session).gmv()).containsExactly(new Money(1800, "EUR"), new Money(9996, "GBP"));
        assertThat(figures(session).buyers()).isEqualTo(2);
    }

    @Test
    void eachShowHasSoldItsOwnLinesOfABasket() {
        UUID one = Ids.next();
        UUID other = Ids.next();
        UUID order = Ids.next();
        take(List.of(
                placed(order, one, "ben"),
                paid(
                        order,
                        one,
                        "ben",
                        of(one, line(JUMPER, 1, 1999, "GBP")),
                        of(other, line(SCARF, 2, 500, "GBP")),
                        of(null, line(SCARF, 9, 500, "GBP")))));

        assertThat(figures(one))
                .isEqualTo(new Figures(
                        new OrderTally(1, 1, 0, 0, 0, 1),
                        List.of(new Money(1999, "GBP")),
                        List.of(new ProductSales(JUMPER, 1, new Money(1999, "GBP"))),
                        1));
        assertThat(figures(other))
                .isEqualTo(new Figures(
                        new OrderTally(0, 0, 0, 0, 0, 2),
                        List.of(new Money(1000, "GBP")),
                        List.of(new ProductSales(SCARF, 2, new Money(1000, "GBP"))),
                        1));
    }

    /** Five orders: two of Ben's are paid, one of them late; one of Eve's is paid in euros, one cancelled and one expired. */
    private static List<OrderEvent> life(UUID session) {
        UUID atOnce = Ids.next();
        UUID late = Ids.next();
        UUID inEuros = Ids.next();
        UUID givenUp = Ids.next();
        UUID forgotten = Ids.next();
        return List.of(
                placed(atOnce, session, "ben"),
                new PaymentDeclined(atOnce, 1, Ids.next(), session, "card-declined", NOW),
                paid(
                        atOnce,
                        session,
                        "ben",
                        of(session, line(JUMPER, 1, 1999, "GBP")),
                        of(session, line(SCARF, 2, 500, "GBP"))),
                placed(late, session, "ben"),
                new OrderExpired(late, 2, session, NOW),
                paid(late, session, "ben", of(session, line(JUMPER, 1, 1999, "GBP"))),
                placed(inEuros, session, "eve"),
                paid(inEuros, session, "eve", of(session, line(SCARF, 2, 450, "EUR"))),
                placed(givenUp, session, "eve"),
                new OrderCancelled(givenUp, 3, session, false, "changed-mind", NOW),
                placed(forgotten, session, "eve"),
                new OrderExpired(forgotten, 2, session, NOW));
    }

    private static List<ProductSales> products() {
        return List.of(
                new ProductSales(JUMPER, 2, new Money(3998, "GBP")),
                new ProductSales(SCARF, 2, new Money(900, "EUR")),
                new ProductSales(SCARF, 2, new Money(1000, "GBP")));
    }

    private void take(List<OrderEvent> events) {
        List<ReceivedEvent> received = events.stream()
                .map(event -> new ReceivedEvent(UUID.randomUUID(), NOW, event))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> consumer.onAll(received));
    }

    private Figures figures(UUID session) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Figures(
                        figures.tally(session),
                        figures.gmv(session),
                        figures.products(session),
                        figures.buyers(session)));
    }

    private static OrderPlaced placed(UUID order, UUID session, String customer) {
        Line line = line(JUMPER, 1, 1999, "GBP");
        return new OrderPlaced(
                order,
                0,
                customer,
                "GB",
                session,
                Ids.next(),
                List.of(line),
                List.of(),
                line.total(),
                NOW,
                NOW.plusSeconds(600));
    }

    private static OrderPaid paid(UUID order, UUID session, String customer, Line... lines) {
        Money total =
                List.of(lines).stream().map(Line::total).reduce(Money::plus).orElseThrow();
        return new OrderPaid(order, 9, Ids.next(), customer, "GB", session, List.of(lines), List.of(), total, NOW);
    }

    private static Line of(@Nullable UUID session, Line line) {
        return new Line(
                line.lineId(),
                line.variantId(),
                line.productId(),
                line.brandId(),
                line.quantity(),
                line.listPrice(),
                line.unitPrice(),
                line.discount(),
                line.tax(),
                line.total(),
                session,
                null,
                null);
    }

    private static Line line(UUID product, int quantity, long unitPrice, String currency) {
        Money price = new Money(unitPrice, currency);
        Money nothing = Money.zero(currency);
        return new Line(
                Ids.next(),
                Ids.next(),
                product,
                Ids.next(),
                quantity,
                price,
                price,
                nothing,
                nothing,
                price.times(quantity),
                null,
                null,
                null);
    }
}
