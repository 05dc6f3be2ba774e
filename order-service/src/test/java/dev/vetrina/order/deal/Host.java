package dev.vetrina.order.deal;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.DealEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.LiveEvent.DealWithdrawn;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.Shop;
import dev.vetrina.order.Shows;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The host of a show in GB, who makes deals as live-session-service would tell it, and the buyers who take them. */
record Host(UUID show, Instant now) {

    static final int SECONDS = 120;

    static Host live(Instant now) {
        return new Host(Shows.live(), now);
    }

    /** Asks for the same price in several markets. */
    DealRequested asksFor(Goods goods, List<String> markets, long pence, int quantity, int perBuyerLimit) {
        List<DealPrice> prices = markets.stream()
                .map(market -> new DealPrice(market, new Money(pence, "GBP")))
                .toList();
        return asksFor(goods, prices, quantity, perBuyerLimit, now, 30);
    }

    /** Opens at once, for {@value #SECONDS} s. */
    DealRequested asksFor(Goods goods, long pence, int quantity, int perBuyerLimit) {
        return asksFor(goods, List.of("GB"), pence, quantity, perBuyerLimit);
    }

    DealRequested asksFor(
            Goods goods,
            List<DealPrice> prices,
            int quantity,
            int perBuyerLimit,
            Instant opensAt,
            int armWithinSeconds) {
        return new DealRequested(
                show,
                1,
                Ids.next(),
                goods.variantId(),
                prices,
                quantity,
                perBuyerLimit,
                opensAt,
                SECONDS,
                now.plusSeconds(armWithinSeconds),
                now);
    }

    /** A deal that must be armed. Returns its id. */
    UUID armed(Goods goods, long pence, int quantity, int perBuyerLimit) {
        return armed(asksFor(goods, pence, quantity, perBuyerLimit));
    }

    UUID armed(DealRequested request) {
        Catalogue.publish(request);
        awaitDeal(request.dealId(), 200);
        return request.dealId();
    }

    void withdraws(UUID dealId) {
        Catalogue.publish(new DealWithdrawn(show, 2, dealId, now));
    }

    static ValidatableResponse deal(UUID dealId) {
        return Api.as(Tokens.operator()).get("/v1/deals/{id}", dealId).then();
    }

    /** The first event of this type that is told about the deal. */
    static <T extends DealEvent> T told(KafkaProbe probe, UUID dealId, Class<T> type) {
        String name = EventJson.typeOf(type);
        String json = requireNonNull(probe.await(dealId.toString(), name).value());
        return type.cast(
                EventJson.read(name, json.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    static void awaitDeal(UUID dealId, int status) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> deal(dealId).statusCode(status));
    }

    static void awaitStatus(UUID dealId, String status) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> deal(dealId).body("status", equalTo(status)));
    }

    static Map<String, Object> line(Goods goods, UUID dealId, int quantity) {
        return Map.of("variantId", goods.variantId(), "quantity", quantity, "dealId", dealId);
    }

    static Response buy(String customer, long pence, Object... lines) {
        return Shop.place(
                customer,
                Map.of(
                        "market",
                        "GB",
                        "lines",
                        List.of(lines),
                        "shippingAddress",
                        Shop.ADDRESS,
                        "expectedTotal",
                        Map.of("amount", pence, "currency", "GBP")),
                Api.idempotencyKey());
    }

    static Response buyOne(String customer, Goods goods, UUID dealId, long pence) {
        return buy(customer, pence, line(goods, dealId, 1));
    }

    static void cancel(String customer, String orderId) {
        Api.as(Tokens.customer(customer))
                .body(Map.of("reason", "changed my mind"))
                .post("/v1/orders/{id}/cancel", orderId)
                .then()
                .statusCode(200);
    }

    /** One pool of a variant, in the order available, held, sold. */
    static List<Integer> pool(Goods goods, String name) {
        Map<String, Integer> counters = Shop.stock(goods).extract().path("pools.find { it.pool == '" + name + "' }");
        return List.of(counters.get("available"), counters.get("held"), counters.get("sold"));
    }

    static List<Integer> pool(Goods goods, UUID dealId) {
        return pool(goods, "deal:" + dealId);
    }
}
