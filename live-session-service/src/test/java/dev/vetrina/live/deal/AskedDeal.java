package dev.vetrina.live.deal;

import dev.vetrina.events.DealEvent.AllowedDeal;
import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealOpened;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.DealEvent.DealReopened;
import dev.vetrina.events.DealEvent.DealSoldOut;
import dev.vetrina.events.DealEvent.ReducedPrice;
import dev.vetrina.events.Money;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deal asked for over the REST API, of the first product of a show, and what order-service may tell of it. */
record AskedDeal(Show show, UUID id, Goods goods) {

    static final Instant OPENS = Instant.parse("2030-03-01T20:11:00Z");
    static final Instant CLOSES = Instant.parse("2030-03-01T20:16:00Z");

    static AskedDeal in(Show show) {
        UUID id = ask(show, body(show))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getUUID("id");
        return new AskedDeal(show, id, show.goods().getFirst());
    }

    static Response ask(Show show, String body) {
        return Api.as(show.token())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(body)
                .post(show.path("/deals"));
    }

    /** 100 units for GBP 14.99 each in GB alone, 60 s from now and for 300 s. */
    static String body(Show show) {
        return """
                {"variantId": "%s", "prices": [{"market": "GB", "price": {"amount": 1499, "currency": "GBP"}}],
                 "quantity": 100, "perBuyerLimit": 2, "countdownSeconds": 60, "durationSeconds": 300}""".formatted(show.goods().getFirst().variantId());
    }

    DealArmed armed(long sequence) {
        return armed(sequence, CLOSES, null);
    }

    DealArmed armed(long sequence, Instant closesAt, @Nullable Instant pausedAt) {
        ReducedPrice price = new ReducedPrice("GB", new Money(1499, "GBP"), new Money(1999, "GBP"));
        return new DealArmed(
                id,
                sequence,
                show.id(),
                goods.variantId(),
                goods.brandId(),
                List.of(price),
                100,
                2,
                OPENS,
                closesAt,
                pausedAt);
    }

    DealRejected rejected(long sequence) {
        return new DealRejected(
                id,
                sequence,
                show.id(),
                goods.variantId(),
                DealRejection.NOT_ENOUGH_STOCK,
                "80 of 100 units are available.",
                OPENS,
                new AllowedDeal(null, null, null, 80L));
    }

    DealOpened opened(long sequence) {
        return new DealOpened(id, sequence, show.id(), goods.variantId(), OPENS);
    }

    DealSoldOut soldOut(long sequence) {
        return new DealSoldOut(id, sequence, show.id(), goods.variantId(), OPENS);
    }

    DealReopened reopened(long sequence) {
        return new DealReopened(id, sequence, show.id(), goods.variantId(), 2, OPENS);
    }

    DealClosed closed(long sequence, DealEnd reason) {
        return new DealClosed(id, sequence, show.id(), goods.variantId(), reason, 98, 1, 1, CLOSES);
    }

    String path() {
        return show.path("/deals/" + id);
    }

    JsonPath seenByHost() {
        return seenBy(Api.as(show.token()));
    }

    JsonPath seenBy(RequestSpecification reader) {
        return reader.get(path()).then().statusCode(200).extract().jsonPath();
    }

    Response withdraw() {
        return Api.as(show.token()).post(path() + "/withdraw");
    }
}
