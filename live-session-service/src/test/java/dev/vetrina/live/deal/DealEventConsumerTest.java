package dev.vetrina.live.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealOpened;
import dev.vetrina.events.DealEvent.DealReopened;
import dev.vetrina.events.DealEvent.DealSoldOut;
import dev.vetrina.events.GoldenEvents;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.SeenFact;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealEventConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DealRepository deals;

    @Inject
    EntityManager database;

    @Test
    void aDealIsToldFactByFact() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));

        Events.send(deal.armed(1));
        Events.send(deal.opened(2));
        Events.send(deal.soldOut(3));
        Events.send(deal.reopened(4));
        Events.send(deal.closed(5, DealEnd.TIME_OVER));

        assertThat(deal.show().awaitLast("deal-closed")).containsEntry("reason", "TIME_OVER");
        assertThat(dealFacts(deal))
                .containsExactly("deal-armed", "deal-opened", "deal-sold-out", "deal-reopened", "deal-closed");
        assertThat(deal.show().timeline()).extracting(SeenFact::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        JsonPath seen = deal.seenByHost();
        assertThat(seen.getString("countdownAt"))
                .isEqualTo(AskedDeal.OPENS.minusSeconds(60).toString());
        assertThat(seen.getString("status")).isEqualTo("CLOSED");
        assertThat(seen.getInt("ending.sold")).isEqualTo(98);
        assertThat(seen.getInt("prices[0].referencePrice.amount")).isEqualTo(1999);
        assertThat(deal.seenBy(Api.anonymous()).getString("ending")).isNull();
    }

    @Test
    void viewersOfAMarketAreToldItsPriceAndWhatItIsReducedFrom() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        Events.send(deal.armed(1));
        deal.show().awaitLast("deal-armed");

        JsonPath british = armedFact(deal, "GB");
        assertThat(british.getString("data.dealId")).isEqualTo(deal.id().toString());
        assertThat(british.getString("data.countdownAt"))
                .isEqualTo(AskedDeal.OPENS.minusSeconds(60).toString());
        assertThat(british.getString("data.variantId"))
                .isEqualTo(deal.goods().variantId().toString());
        assertThat(british.getInt("data.price.amount")).isEqualTo(1499);
        assertThat(british.getInt("data.referencePrice.amount")).isEqualTo(1999);
        assertThat(british.getInt("data.quantity")).isEqualTo(100);
        assertThat(british.getString("data.opensAt")).isEqualTo(AskedDeal.OPENS.toString());
        assertThat(british.getString("data.closesAt")).isEqualTo(AskedDeal.CLOSES.toString());
        assertThat(british.getMap("data")).doesNotContainKeys("pausedAt", "markets");
        assertThat(armedFact(deal, "DE").getMap("data")).doesNotContainKey("price");
    }

    @Test
    void whoeverJoinsLaterSeesTheDealsThatRun() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        Events.send(deal.armed(1));
        Events.send(deal.opened(2));
        deal.show().awaitLast("deal-opened");

        snapshot(deal, "GB")
                .then()
                .body("snapshot.sequence", equalTo(4))
                .body("snapshot.deals.size()", equalTo(1))
                .body("snapshot.deals[0].dealId", equalTo(deal.id().toString()))
                .body("snapshot.deals[0].status", equalTo("OPEN"))
                .body("snapshot.deals[0].price.amount", equalTo(1499))
                .body("snapshot.deals[0].closesAt", equalTo(AskedDeal.CLOSES.toString()))
                .body("snapshot.deals[0].pausedAt", nullValue());
        snapshot(deal, "DE").then().body("snapshot.deals.size()", equalTo(0));

        Events.send(deal.closed(3, DealEnd.SESSION_ENDED));
        deal.show().awaitLast("deal-closed");
        snapshot(deal, "GB").then().body("snapshot.deals.size()", equalTo(0));
        assertThat(deal.seenBy(Api.anonymous()).getString("status")).isEqualTo("CLOSED");
    }

    @Test
    void termsToldAnewInAPauseAreAFactAgain() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        Events.send(deal.armed(1));
        Events.send(deal.opened(2));
        deal.show().awaitLast("deal-opened");

        Events.send(deal.armed(3, AskedDeal.CLOSES, AskedDeal.OPENS.plusSeconds(60)));
        assertThat(deal.show().awaitLast("deal-armed"))
                .containsEntry("pausedAt", AskedDeal.OPENS.plusSeconds(60).toString());
        assertThat(deal.seenByHost().getString("status")).isEqualTo("OPEN");
        Events.send(deal.armed(4, AskedDeal.CLOSES.plusSeconds(90), null));

        await().atMost(PATIENCE)
                .until(() -> deal.seenByHost()
                        .getString("closesAt")
                        .equals(AskedDeal.CLOSES.plusSeconds(90).toString()));
        assertThat(dealFacts(deal)).containsExactly("deal-armed", "deal-opened", "deal-armed", "deal-armed");
        assertThat(deal.seenByHost().getString("pausedAt")).isNull();
    }

    @Test
    void anEventThatComesTwiceOrLateIsNoFact() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        UUID eventId = UUID.randomUUID();

        Events.send(deal.opened(2), eventId);
        Events.send(deal.opened(2), eventId);
        Events.send(deal.opened(2));
        Events.send(deal.armed(1));
        Events.send(deal.rejected(1));
        Events.send(deal.soldOut(3));

        deal.show().awaitLast("deal-sold-out");
        assertThat(dealFacts(deal)).containsExactly("deal-opened", "deal-sold-out");
        assertThat(deal.seenBy(Api.anonymous()).getString("status")).isEqualTo("SOLD_OUT");
        assertThat(deal.seenBy(Api.anonymous()).getString("closesAt")).isEqualTo(AskedDeal.CLOSES.toString());
    }

    @Test
    void aRejectionIsToldToTheHostAndNobodyElse() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));

        Events.send(deal.rejected(1));

        await().atMost(PATIENCE)
                .until(() -> deal.seenByHost().getString("status").equals("REJECTED"));
        assertThat(deal.seenByHost().getString("rejection.reason")).isEqualTo("NOT_ENOUGH_STOCK");
        assertThat(deal.seenByHost().getString("rejection.detail")).isEqualTo("80 of 100 units are available.");
        assertThat(deal.seenByHost().getInt("rejection.allowed.quantity")).isEqualTo(80);
        assertThat(deal.seenByHost().getString("rejection.allowed.lowestPrice")).isNull();
        assertThat(dealFacts(deal)).isEmpty();
        Api.anonymous().get(deal.path()).then().statusCode(404);
        deal.withdraw().then().statusCode(409).body("code", equalTo("deal-over"));
    }

    @Test
    void aDealTakenBackIsWithdrawnWhenOrderServiceSaysSo() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        Events.send(deal.armed(1));
        deal.show().awaitLast("deal-armed");
        deal.withdraw().then().statusCode(200).body("status", equalTo("ARMED"));

        Events.send(deal.closed(2, DealEnd.WITHDRAWN));

        deal.show().awaitLast("deal-closed");
        deal.withdraw().then().statusCode(200).body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void whatCannotBeTakenIsKeptAndOtherDealsGoOn() {
        Show show = Show.live(Goods.some());
        AskedDeal poisoned = AskedDeal.in(show);
        AskedDeal unknown = new AskedDeal(show, Ids.next(), show.goods().getFirst());
        AskedDeal other = AskedDeal.in(show);

        Events.sendText(poisoned.armed(1), "{\"dealId\":", UUID.randomUUID());
        Events.send(poisoned.opened(2));
        Events.send(unknown.armed(1));
        Events.send(other.armed(1));

        assertThat(show.awaitLast("deal-armed"))
                .containsEntry("dealId", other.id().toString());
        await().atMost(PATIENCE).until(() -> deadLettersOf(poisoned).containsAll(List.of("FAILED", "PARKED")));
        await().atMost(PATIENCE).until(() -> deadLettersOf(unknown).contains("FAILED"));
        assertThat(poisoned.seenByHost().getString("status")).isEqualTo("REQUESTED");
    }

    @Test
    void theEventsThatOrderServiceKeepsToAreTaken() {
        DealRequested request = GoldenEvents.event(DealRequested.class);
        QuarkusTransaction.requiringNew().run(() -> {
            insertSession(request.sessionId());
            deals.persist(Deal.of(request, Ids.next(), 60));
        });
        for (var type :
                List.of(DealArmed.class, DealOpened.class, DealSoldOut.class, DealReopened.class, DealClosed.class)) {
            Events.sendGolden(type);
        }

        String path = "/v1/sessions/" + request.sessionId();
        await().atMost(PATIENCE)
                .until(() -> Api.anonymous()
                        .get(path + "/deals/" + request.dealId())
                        .asString()
                        .contains("\"CLOSED\""));
        Api.anonymous()
                .get(path + "/timeline")
                .then()
                .body(
                        "items.kind",
                        equalTo(List.of("deal-armed", "deal-opened", "deal-sold-out", "deal-reopened", "deal-closed")));
    }

    private void insertSession(UUID id) {
        Show show = Show.draft();
        database.createNativeQuery("""
                        insert into session (id, version, creator_id, title, markets, status, announced_at, starts_at, started_at,
                            lineup, created_at, updated_at)
                        select ?1, version, creator_id, title, markets, 'LIVE', created_at, created_at, created_at,
                            lineup, created_at, updated_at
                        from session where id = ?2
                        """)
                .setParameter(1, id)
                .setParameter(2, show.id())
                .executeUpdate();
    }

    private static List<String> dealFacts(AskedDeal deal) {
        return deal.show().kinds().stream()
                .filter(kind -> kind.startsWith("deal-"))
                .toList();
    }

    private static JsonPath armedFact(AskedDeal deal, String market) {
        Map<String, Object> fact = Api.anonymous()
                .get("/internal/feed/" + deal.show().id() + "/opening?lastEventId=2&market=" + market)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("facts[0]");
        return JsonPath.from(String.valueOf(fact.get("json")));
    }

    private static Response snapshot(AskedDeal deal, String market) {
        return Api.anonymous().get("/internal/feed/" + deal.show().id() + "/opening?market=" + market);
    }

    private static List<String> deadLettersOf(AskedDeal deal) {
        return Api.as(Tokens.operator())
                .queryParam("limit", 200)
                .get("/v1/operations/live/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.key == '%s' && it.consumer == 'deals' }.state".formatted(deal.id()));
    }
}
