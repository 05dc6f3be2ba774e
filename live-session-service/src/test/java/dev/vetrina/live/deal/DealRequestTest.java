package dev.vetrina.live.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.GoldenEvents;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.LiveEvent.DealWithdrawn;
import dev.vetrina.events.Topics;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.ReceivedRecord;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealRequestTest {

    @Test
    void aDealAskedForIsToldToOrderService() throws JsonProcessingException {
        Show show = Show.live(Goods.some());
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.LIVE_SESSIONS)) {
            Response answer = AskedDeal.ask(show, AskedDeal.body(show));
            answer.then()
                    .statusCode(202)
                    .header("Location", endsWith("/deals/" + answer.jsonPath().getString("id")))
                    .body("status", equalTo("REQUESTED"))
                    .body("prices[0].price.amount", equalTo(1499))
                    .body("prices[0].referencePrice", nullValue());

            ReceivedRecord record = probe.await(show.id().toString(), EventJson.typeOf(DealRequested.class));
            DealRequested event = event(record, DealRequested.class);
            assertThat(event.dealId()).isEqualTo(answer.jsonPath().getUUID("id"));
            assertThat(Duration.between(event.requestedAt(), event.opensAt())).isEqualTo(Duration.ofSeconds(60));
            assertThat(Duration.between(event.requestedAt(), event.armBy())).isEqualTo(Duration.ofSeconds(5));
            assertThat(event.quantity()).isEqualTo(100);
            assertThat(shape(record)).isEqualTo(goldenShape(DealRequested.class));
        }
    }

    @Test
    void theCountdownStartsWhenItsHostSays() {
        Show show = Show.live(Goods.some());
        String inAnHour = Instant.now().plusSeconds(3600).toString();

        Response answer = AskedDeal.ask(
                show, AskedDeal.body(show).replace("\"quantity\"", "\"startsAt\": \"" + inAnHour + "\", \"quantity\""));

        answer.then().statusCode(202);
        Instant opensAt = Instant.parse(answer.jsonPath().getString("opensAt"));
        assertThat(Duration.between(Instant.parse(inAnHour), opensAt))
                .isBetween(Duration.ofMillis(59_999), Duration.ofSeconds(60));
    }

    @Test
    void theSameRequestAgainIsTheSameDeal() {
        Show show = Show.live(Goods.some());
        String key = Api.idempotencyKey();

        String first = keyed(show, key).then().statusCode(202).extract().path("id");
        keyed(show, key)
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("Location", endsWith(first))
                .body("id", equalTo(first));

        assertThat(dealsSeenBy(show, show.token())).containsExactly(first);
        Api.as(show.token())
                .body(AskedDeal.body(show))
                .post(show.path("/deals"))
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void aWithdrawalIsToldOnce() throws JsonProcessingException {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.LIVE_SESSIONS)) {
            deal.withdraw()
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("REQUESTED"))
                    .body("withdrawnAt", notNullValue());
            deal.withdraw().then().statusCode(200);
            deal.show().command("end").then().statusCode(200);

            probe.await(deal.show().id().toString(), "session.changed.v1");
            List<ReceivedRecord> told = probe.received().stream()
                    .filter(seen -> seen.type().equals(EventJson.typeOf(DealWithdrawn.class)))
                    .filter(seen -> deal.show().id().toString().equals(seen.key()))
                    .toList();
            assertThat(told).hasSize(1);
            assertThat(event(told.getFirst(), DealWithdrawn.class).dealId()).isEqualTo(deal.id());
            assertThat(shape(told.getFirst())).isEqualTo(goldenShape(DealWithdrawn.class));
        }
    }

    @Test
    void onlyTheHostAndOperatorsSeeADealThatIsNotArmed() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        Show show = deal.show();

        Api.anonymous().get(deal.path()).then().statusCode(404).body("code", equalTo("not-found"));
        assertThat(dealsSeenBy(show, Tokens.customer("ben"))).isEmpty();
        assertThat(dealsSeenBy(show, Tokens.moderator("mo"))).isEmpty();
        assertThat(dealsSeenBy(show, Tokens.operator()))
                .containsExactly(deal.id().toString());
        assertThat(deal.seenByHost().getString("status")).isEqualTo("REQUESTED");
        Api.anonymous().get(show.path("")).then().statusCode(200).body("deals.size()", equalTo(0));
    }

    @Test
    void nobodyButTheHostAsksForADealOrTakesItBack() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        Show another = Show.live(Goods.some());

        for (String token : List.of(another.token(), Tokens.moderator("mo"), Tokens.customer("ben"))) {
            Api.as(token)
                    .header("Idempotency-Key", Api.idempotencyKey())
                    .body(AskedDeal.body(deal.show()))
                    .post(deal.show().path("/deals"))
                    .then()
                    .statusCode(403);
            Api.as(token).post(deal.path() + "/withdraw").then().statusCode(403);
        }
        Api.as(another.token())
                .post(another.path("/deals/" + deal.id() + "/withdraw"))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        assertThat(deal.seenByHost().getString("withdrawnAt")).isNull();
    }

    @Test
    void aDealBelongsToALiveSessionAndItsLineup() {
        Show live = Show.live(Goods.some());
        Show paused = Show.live(Goods.some());
        paused.command("pause").then().statusCode(200);
        Show scheduled = Show.scheduled(Goods.some());

        for (Show show : List.of(paused, scheduled)) {
            AskedDeal.ask(show, AskedDeal.body(show)).then().statusCode(409).body("code", equalTo("session-not-live"));
        }
        AskedDeal.ask(live, AskedDeal.body(paused)).then().statusCode(409).body("code", equalTo("not-in-lineup"));
    }

    @Test
    void aValueOutOfItsBoundsIsNamed() {
        Show show = Show.live(Goods.some());

        outOfBounds(show, "quantity", "100", "0", "100001");
        outOfBounds(show, "perBuyerLimit", "2", "0", "100");
        outOfBounds(show, "countdownSeconds", "60", "9", "301");
        outOfBounds(show, "durationSeconds", "300", "59", "1201");
        invalid(show, "\"quantity\"", "\"startsAt\": \"2020-01-01T00:00:00Z\", \"quantity\"", "startsAt");
        invalid(show, "\"quantity\"", "\"startsAt\": \"2099-01-01T00:00:00Z\", \"quantity\"", "startsAt");
        invalid(show, "1499", "0", "prices[0].price.amount");
        invalid(show, "\"market\": \"GB\"", "\"market\": \"gb\"", "prices[0].market");

        assertThat(dealsSeenBy(show, show.token())).isEmpty();
    }

    @Test
    void aPriceIsOfAMarketOfTheSessionOnceAndInItsCurrency() {
        Show show = Show.live(Goods.some());
        String price = "{\"market\": \"GB\", \"price\": {\"amount\": 1499, \"currency\": \"GBP\"}}";

        invalid(show, "\"market\": \"GB\"", "\"market\": \"ID\"", "prices[0].market");
        invalid(show, price, price + "," + price, "prices[1].market");
        invalid(show, "GBP", "EUR", "prices[0].price.currency");
        AskedDeal.ask(
                        show,
                        AskedDeal.body(show)
                                .replace(price, price.replace("GBP", "XXX") + "," + price.replace("GB\"", "FR\"")))
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("prices[0].price.currency", "prices[1].market"));
        invalid(show, price, "", "prices");

        assertThat(dealsSeenBy(show, show.token())).isEmpty();
    }

    private static void outOfBounds(Show show, String field, String right, String... wrongs) {
        for (String wrong : wrongs) {
            invalid(show, "\"" + field + "\": " + right, "\"" + field + "\": " + wrong, field);
        }
    }

    private static void invalid(Show show, String right, String wrong, String field) {
        AskedDeal.ask(show, AskedDeal.body(show).replace(right, wrong))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-input"))
                .body("violations.field", hasItem(field));
    }

    private static Response keyed(Show show, String key) {
        return Api.as(show.token())
                .header("Idempotency-Key", key)
                .body(AskedDeal.body(show))
                .post(show.path("/deals"));
    }

    private static List<String> dealsSeenBy(Show show, String token) {
        return Api.as(token)
                .get(show.path("/deals"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static <E extends DomainEvent> E event(ReceivedRecord seen, Class<E> type) {
        return EventJson.read(seen.type(), text(seen).getBytes(StandardCharsets.UTF_8))
                .map(type::cast)
                .orElseThrow();
    }

    private static Object shape(ReceivedRecord seen) throws JsonProcessingException {
        return shape(new ObjectMapper().readTree(text(seen)));
    }

    private static Object goldenShape(Class<? extends DomainEvent> type) throws JsonProcessingException {
        String json = new String(GoldenEvents.json(EventJson.typeOf(type)), StandardCharsets.UTF_8);
        return shape(new ObjectMapper().readTree(json));
    }

    /** Names and kinds of values, whatever the values are. */
    private static Object shape(JsonNode node) {
        if (node.isArray()) {
            return List.of(shape(node.path(0)));
        }
        Map<String, Object> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), shape(member.getValue())));
        return node.isObject() ? members : node.getNodeType();
    }

    private static String text(ReceivedRecord seen) {
        return Objects.requireNonNull(seen.value());
    }
}
