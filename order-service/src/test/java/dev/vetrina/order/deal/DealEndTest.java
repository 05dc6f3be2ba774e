package dev.vetrina.order.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.Shows;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.testkit.KafkaProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class DealEndTest extends InALiveShow {

    @Inject
    GroupCommit groupCommit;

    @Inject
    DealEventConsumer consumer;

    @Test
    void whatIsNotBoughtReturnsAndWhatIsHeldReturnsWhenItIsGivenUp() throws Exception {
        UUID deal = host.armed(mug, 1_500, 5, 2);
        String paid = bought("ann", deal);
        String unpaid = bought("bob", deal);
        Shop.pay("ann", paid, "tok_approved").then().statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            clock.advance(Duration.ofSeconds(Host.SECONDS + 3).plus(groupCommit.longestWait()));

            DealClosed closed = Host.told(probe, deal, DealClosed.class);
            assertThat(List.of(closed.sold(), closed.held(), closed.returned())).containsExactly(1L, 1L, 3L);
            assertThat(closed.reason()).isEqualTo(DealEnd.TIME_OVER);
        }
        assertThat(Host.pool(mug, deal)).containsExactly(0, 1, 1);
        assertThat(Host.pool(mug, "shared")).containsExactly(8, 0, 0);

        Host.cancel("bob", unpaid);

        assertThat(Host.pool(mug, deal)).containsExactly(0, 0, 1);
        assertThat(Host.pool(mug, "shared")).containsExactly(9, 0, 0);
        Shop.stock(mug).body("putOnSale", equalTo(10)).body("available", equalTo(9));
    }

    @Test
    void aHoldThatExpiresAfterTheDealReturnsToItsSource() {
        UUID deal = host.armed(mug, 1_500, 5, 2);
        String unpaid = bought("bob", deal);

        clock.advance(Duration.ofMinutes(11));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("bob", unpaid).body("status", equalTo("EXPIRED")));
        Host.awaitStatus(deal, "CLOSED");
        assertThat(Host.pool(mug, "shared")).containsExactly(10, 0, 0);
        assertThat(Host.pool(mug, deal)).containsExactly(0, 0, 0);
    }

    @Test
    void anUnpaidUnitThatIsPaidAfterTheEndStaysSoldUnderTheDeal() {
        UUID deal = host.armed(mug, 1_500, 5, 2);
        String unpaid = bought("bob", deal);
        host.withdraws(deal);
        Host.awaitStatus(deal, "CLOSED");

        Shop.pay("bob", unpaid, "tok_approved").then().statusCode(201);

        assertThat(Host.pool(mug, deal)).containsExactly(0, 0, 1);
        assertThat(Host.pool(mug, "shared")).containsExactly(9, 0, 0);
    }

    @Test
    void theEndOfTheShowEndsItsDeals() {
        UUID deal = host.armed(mug, 1_500, 5, 2);

        Shows.end(host.show(), clock.instant());

        Host.awaitStatus(deal, "CLOSED");
        assertThat(Host.pool(mug, "shared")).containsExactly(10, 0, 0);
        Host.buyOne("ann", mug, deal, 1_500)
                .then()
                .statusCode(409)
                .body("code", equalTo("deal-not-open"))
                .body("status", equalTo(409))
                .body("dealStatus", equalTo("CLOSED"));
    }

    @Test
    void aPauseStopsTheClockOfTheDealsAndTheResumeMovesTheirTimes() {
        DealRequested request = host.asksFor(mug, 1_500, 5, 2);
        UUID deal = host.armed(request);
        Instant pausedAt = clock.instant();
        Shows.pause(host.show(), pausedAt);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Host.deal(deal).body("pausedAt", notNullValue()));

        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(409).body("code", equalTo("deal-not-open"));
        clock.advance(Duration.ofSeconds(10 * Host.SECONDS));
        Shows.resume(host.show(), pausedAt.plusSeconds(10 * Host.SECONDS));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Host.deal(deal).body("pausedAt", nullValue()));
        String closesAt = Host.deal(deal).extract().path("closesAt");
        assertThat(Instant.parse(closesAt))
                .isCloseTo(request.opensAt().plusSeconds(11 * Host.SECONDS), within(1, ChronoUnit.MICROS));
        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(201);
    }

    @Test
    void aBatchOfAPauseAndItsResumeThatIsRolledBackAndComesAgainMovesTheTimesOnce() {
        DealRequested request = host.asksFor(mug, 1_500, 5, 2);
        UUID deal = host.armed(request);
        Instant pausedAt = clock.instant();
        Instant resumedAt = pausedAt.plusSeconds(10 * Host.SECONDS);
        QuarkusTransaction.begin();
        consumer.on(changed(2, SessionStatus.PAUSED, pausedAt));
        consumer.on(changed(3, SessionStatus.LIVE, resumedAt));
        QuarkusTransaction.rollback();

        Shows.pause(host.show(), pausedAt);
        Shows.resume(host.show(), resumedAt);
        UUID _ = host.armed(mug, 1_400, 1, 1);

        String closesAt =
                Host.deal(deal).body("pausedAt", nullValue()).extract().path("closesAt");
        assertThat(Instant.parse(closesAt))
                .isCloseTo(request.opensAt().plusSeconds(11 * Host.SECONDS), within(1, ChronoUnit.MICROS));
    }

    private ReceivedEvent changed(long sequence, SessionStatus status, Instant at) {
        return new ReceivedEvent(
                Ids.next(),
                at,
                new SessionChanged(host.show(), sequence, Ids.next(), "Friday night", List.of("GB"), status, at, at));
    }

    @Test
    void anOlderAnnouncementOfTheShowChangesNothing() {
        UUID deal = host.armed(mug, 1_500, 5, 2);
        Shows.resume(host.show(), clock.instant());
        Shows.pause(host.show(), clock.instant());
        UUID later = host.armed(mug, 1_400, 1, 1);

        Host.deal(deal).body("pausedAt", nullValue());
        Host.deal(later).body("pausedAt", nullValue());
    }

    private String bought(String customer, UUID deal) {
        return Host.buyOne(customer, mug, deal, 1_500)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
