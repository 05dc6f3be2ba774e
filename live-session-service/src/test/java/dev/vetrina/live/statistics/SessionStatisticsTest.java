package dev.vetrina.live.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.InteractionCount;
import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.events.LiveEvent.ReactionCount;
import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderCancelled;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionStatisticsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Money SHIPPING = new Money(499, "GBP");
    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");

    @Inject
    MovableClock clock;

    @Inject
    StatisticsRepository repository;

    private final Goods jumper = Goods.some();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void figuresEqualTheOrders() {
        Show show = Show.live(jumper);
        Events.send(new PresenceReported(
                show.id(), clock.millis() / 1000 * 1000, "gw", "GB", 1000, 4, List.of("a", "b", "c", "d")));
        UUID twice = Ids.next();
        send(placed(twice, show, "ben", 2), declined(twice, show), declined(twice, show), paid(twice, show, "ben", 2));
        UUID again = Ids.next();
        send(placed(again, show, "ben", 1), paid(again, show, "ben", 1));
        UUID cancelled = Ids.next();
        send(placed(cancelled, show, "eve", 9), cancelled(cancelled, show, false));
        UUID expired = Ids.next();
        send(placed(expired, show, "joe", 9), new OrderExpired(expired, 2, show.id(), NOW));

        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.expired") == 1);
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.paid") == 2);
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.cancelled") == 1);
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("viewersUnique") == 4);
        JsonPath statistics = show.statistics();
        assertThat(statistics.getString("status")).isEqualTo("NOT_ENDED");
        assertThat(statistics.getInt("orders.placed")).isEqualTo(4);
        assertThat(statistics.getInt("orders.declined")).isEqualTo(2);
        assertThat(statistics.getInt("units")).isEqualTo(3);
        assertThat(statistics.getInt("gmv[0].amount")).isEqualTo(5997);
        assertThat(statistics.getString("gmv[0].currency")).isEqualTo("GBP");
        assertThat(statistics.getInt("payingViewers")).isEqualTo(1);
        assertThat(statistics.getDouble("conversion")).isEqualTo(0.25);
        assertThat(statistics.getString("products[0].productId"))
                .isEqualTo(jumper.productId().toString());
        assertThat(statistics.getInt("products[0].units")).isEqualTo(3);
        assertThat(statistics.getInt("products[0].gmv[0].amount")).isEqualTo(5997);
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        Show show = Show.live(jumper);
        UUID order = Ids.next();
        OrderPlaced placed = placed(order, show, "ben", 1);
        OrderPaid paid = paid(order, show, "ben", 1);
        UUID placedId = UUID.randomUUID();
        UUID paidId = UUID.randomUUID();

        Events.send(placed, placedId);
        Events.send(paid, paidId);
        Events.send(placed, placedId);
        Events.send(paid, paidId);
        send(declined(order, show));

        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.declined") == 1);
        assertThat(show.statistics().getInt("orders.placed")).isEqualTo(1);
        assertThat(show.statistics().getInt("orders.paid")).isEqualTo(1);
        assertThat(show.statistics().getInt("gmv[0].amount")).isEqualTo(1999);
    }

    @Test
    void anOrderOfNoSessionIsNoneOfOurs() {
        Show show = Show.live(jumper);
        UUID order = Ids.next();
        send(
                new PaymentDeclined(order, 1, Ids.next(), null, "card-declined", NOW),
                new PaymentDeclined(order, 2, Ids.next(), show.id(), "card-declined", NOW));

        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.declined") == 1);
        assertThat(show.statistics().<Object>get("conversion")).isNull();
    }

    @Test
    void anEventThatCannotBeReadHoldsBackOnlyItsOwnOrder() {
        Show show = Show.live(jumper);
        UUID broken = Ids.next();
        UUID sound = Ids.next();
        Events.sendText(placed(broken, show, "ben", 1), "{\"orderId\":42}", UUID.randomUUID());
        send(paid(broken, show, "ben", 1), placed(sound, show, "eve", 1), paid(sound, show, "eve", 1));

        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.paid") == 1);
        assertThat(show.statistics().getInt("orders.placed")).isEqualTo(1);
    }

    @Test
    void figuresBecomeFinalWhenEveryOrderHasComeToItsEnd() {
        Show show = Show.live(jumper);
        UUID order = Ids.next();
        send(placed(order, show, "ben", 1));
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.placed") == 1);

        show.command("end").then().statusCode(200);
        assertThat(show.statistics().getString("status")).isEqualTo("PENDING");
        clock.advance(Duration.ofSeconds(61));
        assertThat(show.statistics().getString("status")).isEqualTo("PENDING");
        send(paid(order, show, "ben", 1));

        await().atMost(PATIENCE)
                .until(() -> show.statistics().getString("status").equals("FINAL"));
    }

    @Test
    void whatIsOrderedAfterTheAttributionWindowNeverCountsAndAFinalReportStays() {
        Show show = Show.live(jumper);
        show.command("end").then().statusCode(200);
        Instant end = Instant.parse(show.state().getString("endedAt"));
        UUID inTime = Ids.next();
        UUID late = Ids.next();
        UUID lateAndGivenUp = Ids.next();
        send(placedAt(inTime, show, end.plusSeconds(29)), paid(inTime, show, "ben", 1));
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.paid") == 1);
        clock.advance(Duration.ofSeconds(61));
        String report = finalReport(show);

        send(placedAt(late, show, end.plusSeconds(31)), declined(late, show), paid(late, show, "eve", 5));
        send(placedAt(lateAndGivenUp, show, end.plusSeconds(3_600)), cancelled(lateAndGivenUp, show, false));
        Show other = Show.live(jumper);
        send(new PaymentDeclined(lateAndGivenUp, 11, Ids.next(), other.id(), "card-declined", NOW));
        send(new PaymentDeclined(late, 11, Ids.next(), other.id(), "card-declined", NOW));
        await().atMost(PATIENCE).until(() -> other.statistics().getInt("orders.declined") == 2);

        assertThat(finalReport(show)).isEqualTo(report);
        assertThat(show.statistics().getString("attribution.model")).isEqualTo("LAST_TOUCH");
        assertThat(show.statistics().getInt("attribution.windowSeconds")).isEqualTo(30);
    }

    @Test
    void reportsComePageByPage() {
        Goods scarf = Goods.some();
        Show show = Show.live(jumper, scarf);
        Events.send(new EngagementCounted(
                show.id(),
                1,
                "live-1",
                Instant.parse("2026-03-01T20:00:00Z"),
                1000,
                List.of(new ReactionCount("GB", "HEART", 1)),
                List.of(
                        new InteractionCount("GB", jumper.productId(), 4, 1),
                        new InteractionCount("DE", scarf.productId(), 2, 0))));
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("impressions") == 6);

        JsonPath first = report(show, "/products?limit=1");
        JsonPath second = report(show, "/products?limit=1&cursor=" + first.getString("nextCursor"));

        assertThat(List.of(first.getUUID("items[0].productId"), second.getUUID("items[0].productId")))
                .containsExactlyInAnyOrder(jumper.productId(), scarf.productId());
        assertThat(first.getList("items")).hasSize(1);
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("nextCursor")).isNull();
        JsonPath britain = report(show, "/minutes?market=GB");
        assertThat(britain.getInt("items[0].impressions")).isEqualTo(4);
        assertThat(britain.<Object>get("items[0].viewersPeak")).isNull();
        assertThat(report(show, "/minutes?market=DE").getInt("items[0].reactions"))
                .isZero();
    }

    @Test
    void anOrderThatIsPaidAfterItExpiredIsPaidAlone() {
        Show show = Show.live(jumper);
        UUID open = Ids.next();
        UUID revived = Ids.next();
        send(placed(open, show, "eve", 1));
        send(placed(revived, show, "ben", 1), new OrderExpired(revived, 2, show.id(), NOW));
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.expired") == 1);
        send(paid(revived, show, "ben", 1));
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.paid") == 1);
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.placed") == 2);
        show.command("end").then().statusCode(200);
        clock.advance(Duration.ofSeconds(61));

        assertThat(show.statistics().getInt("orders.expired")).isZero();
        assertThat(show.statistics().getString("status")).isEqualTo("PENDING");
    }

    @Test
    void anOrderThatIsCancelledAfterItWasPaidClosesNoOtherOrder() {
        Show show = Show.live(jumper);
        UUID open = Ids.next();
        UUID returned = Ids.next();
        UUID givenUp = Ids.next();
        send(placed(open, show, "eve", 1));
        send(placed(returned, show, "ben", 1), paid(returned, show, "ben", 1), cancelled(returned, show, true));
        send(declined(returned, show));
        send(placed(givenUp, show, "joe", 1), cancelled(givenUp, show, false));
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.placed") == 3);
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.declined") == 1);
        await().atMost(PATIENCE).until(() -> show.statistics().getInt("orders.cancelled") == 1);
        show.command("end").then().statusCode(200);
        clock.advance(Duration.ofSeconds(61));

        assertThat(show.statistics().getInt("orders.paid")).isEqualTo(1);
        assertThat(show.statistics().getString("status")).isEqualTo("PENDING");
    }

    @Test
    void theEventsThatTheirProducersKeepToAreCounted() {
        Events.sendGolden(OrderPlaced.class);
        Events.sendGolden(PaymentDeclined.class);
        OrderPaid paid = Events.sendGolden(OrderPaid.class);
        Events.sendGolden(OrderExpired.class);
        // The one cancelled was bought outside any session.
        Events.sendGolden(OrderCancelled.class);
        UUID sessionId = Objects.requireNonNull(paid.sessionId());

        await().atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> repository.tally(sessionId), new OrderTally(1, 1, 1, 0, 1, 2)::equals);
        assertThat(repository.gmv(sessionId))
                .containsExactly(paid.lines().stream()
                        .map(Line::total)
                        .reduce(Money::plus)
                        .orElseThrow());
        assertThat(repository.buyers(sessionId)).isEqualTo(1);
    }

    @Test
    void figuresAreForTheHostModeratorsAndOperators() {
        Show show = Show.scheduled(jumper);
        String path = show.path("/statistics");

        Api.as(Tokens.moderator("mo")).get(path).then().statusCode(200);
        Api.as(Tokens.operator()).get(path).then().statusCode(200);
        Api.as(Tokens.creator("another")).get(path).then().statusCode(403).body("code", equalTo("forbidden"));
        Api.as(Tokens.customer("ben")).get(path).then().statusCode(403).body("code", equalTo("forbidden"));
        Api.anonymous().get(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    private static void send(OrderEvent... events) {
        for (OrderEvent event : events) {
            Events.send(event);
        }
    }

    private String finalReport(Show show) {
        JsonPath report = show.statistics();
        assertThat(report.getString("status")).isEqualTo("FINAL");
        return report.prettify()
                + report(show, "/minutes").prettify()
                + report(show, "/brands").prettify();
    }

    private static JsonPath report(Show show, String path) {
        return Api.as(show.token())
                .get(show.path("/statistics" + path))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private OrderPlaced placed(UUID order, Show show, String customer, int quantity) {
        return placed(order, show, customer, quantity, NOW);
    }

    private OrderPlaced placedAt(UUID order, Show show, Instant placedAt) {
        return placed(order, show, "ben", 1, placedAt);
    }

    private OrderPlaced placed(UUID order, Show show, String customer, int quantity, Instant placedAt) {
        return new OrderPlaced(
                order,
                0,
                customer,
                "GB",
                show.id(),
                show.creatorId(),
                lines(show, quantity),
                List.of(),
                total(quantity),
                placedAt,
                placedAt.plusSeconds(600));
    }

    private OrderPaid paid(UUID order, Show show, String customer, int quantity) {
        return new OrderPaid(
                order,
                9,
                Ids.next(),
                customer,
                "GB",
                show.id(),
                lines(show, quantity),
                List.of(),
                total(quantity).plus(SHIPPING),
                NOW);
    }

    private static OrderCancelled cancelled(UUID order, Show show, boolean paid) {
        return new OrderCancelled(order, 10, show.id(), paid, "changed-mind", NOW);
    }

    private static PaymentDeclined declined(UUID order, Show show) {
        return new PaymentDeclined(order, 1, Ids.next(), show.id(), "insufficient-funds", NOW);
    }

    private List<Line> lines(Show show, int quantity) {
        return List.of(new Line(
                Ids.next(),
                jumper.variantId(),
                jumper.productId(),
                jumper.brandId(),
                quantity,
                new Money(1999, "GBP"),
                new Money(1999, "GBP"),
                new Money(0, "GBP"),
                new Money(0, "GBP"),
                total(quantity),
                show.id(),
                show.creatorId(),
                null));
    }

    private static Money total(int quantity) {
        return new Money(1999, "GBP").times(quantity);
    }
}
