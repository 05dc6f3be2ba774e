package dev.vetrina.order.fulfilment;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.part;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class ShipOrderTest {

    @Test
    void aPartIsConfirmedShippedInParcelsAndDeliveredAndItsOrderIsThenCompleted() throws Exception {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 3);
        String part = partOf("ann", order, mug.brandId());
        String line = lineOf("ann", order, mug);
        part(mug, part).header("ETag", "\"0\"").body("status", equalTo("AWAITING_CONFIRMATION"));

        try (KafkaProbe orders = KafkaProbe.fromNow("orders")) {
            confirm(mug, part).then().statusCode(200).body("status", equalTo("CONFIRMED"));
            ship(mug, part, line, 1, Api.idempotencyKey())
                    .then()
                    .statusCode(201)
                    .body("trackingUrl", equalTo("https://www.royalmail.com/track-your-item#/tracking-results/JD+1"));
            part(mug, part).body("status", equalTo("PARTIALLY_SHIPPED")).body("lines[0].shipped", equalTo(1));
            ship(mug, part, line, 2, Api.idempotencyKey()).then().statusCode(201);
            part(mug, part).body("status", equalTo("SHIPPED")).body("shipments", hasSize(2));
            Api.as(Tokens.brand(mug.brandId()))
                    .post("/v1/fulfilments/{id}/deliver", part)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("DELIVERED"))
                    .body("deliveredAt", notNullValue());

            JsonNode shipped = json(
                    String.valueOf(orders.await(order, "fulfilment.shipped.v1").value()));
            assertThat(shipped.path("complete").asBoolean()).isFalse();
            JsonNode completed = json(
                    String.valueOf(orders.await(order, "order.completed.v1").value()));
            assertThat(completed.path("sequence").asLong()).isEqualTo(7);
        }
        Shop.read("ann", order)
                .body("status", equalTo("COMPLETED"))
                .body("fulfilments[0].status", equalTo("DELIVERED"));
    }

    @Test
    void nobodyShipsMoreThanWasOrderedNorBeforeItIsConfirmed() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 3);
        String part = partOf("ann", order, mug.brandId());
        String line = lineOf("ann", order, mug);

        ship(mug, part, line, 1, Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("code", equalTo("fulfilment-not-shippable"));
        confirm(mug, part).then().statusCode(200);
        ship(mug, part, line, 2, Api.idempotencyKey()).then().statusCode(201);
        ship(mug, part, line, 2, Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("code", equalTo("more-than-open"))
                .body("open", equalTo(1));
    }

    @Test
    void theSameShipmentAgainIsAnsweredAndShipsNothingMore() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 3);
        String part = partOf("ann", order, mug.brandId());
        confirm(mug, part).then().statusCode(200);
        String key = Api.idempotencyKey();

        Response first = ship(mug, part, lineOf("ann", order, mug), 1, key);
        Response again = ship(mug, part, lineOf("ann", order, mug), 1, key);

        again.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        part(mug, part).body("lines[0].shipped", equalTo(1)).body("shipments", hasSize(1));
    }

    @Test
    void anUnpaidPartAwaitsPaymentAndDoesNotTellTheAddress() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = Shop.placed("ann", mug, 1);
        String part = partOf("ann", order, mug.brandId());

        part(mug, part).body("status", equalTo("AWAITING_PAYMENT")).body("shippingAddress", nullValue());
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/orders/{id}", order)
                .then()
                .statusCode(200)
                .body("shippingAddress", nullValue());
        confirm(mug, part).then().statusCode(409).body("code", equalTo("order-not-paid"));

        Shop.pay("ann", order, "tok_approved").then().statusCode(201);
        part(mug, part)
                .body("status", equalTo("AWAITING_CONFIRMATION"))
                .body("shippingAddress.city", equalTo("London"));
    }

    @Test
    void aBrandSeesItsOwnPartsOnly() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods plate = Catalogue.onSale(800, 10);
        String order = paid("ann", mug, 1, plate, 2);
        String ofMug = partOf("ann", order, mug.brandId());
        String ofPlate = partOf("ann", order, plate.brandId());

        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/fulfilments?status=AWAITING_CONFIRMATION")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(ofMug)))
                .body("items[0].lines", hasSize(1));
        for (String path : List.of("", "/confirm", "/deliver", "/cancel")) {
            var asMug = Api.as(Tokens.brand(mug.brandId()))
                    .header("Idempotency-Key", Api.idempotencyKey())
                    .body(Map.of("reason", "OUT_OF_STOCK"));
            (path.isEmpty()
                            ? asMug.get("/v1/fulfilments/{id}", ofPlate)
                            : asMug.post("/v1/fulfilments/{id}" + path, ofPlate))
                    .then()
                    .statusCode(404);
        }
        Api.as(Tokens.customer("bob")).get("/v1/fulfilments/{id}", ofMug).then().statusCode(404);
        Api.as(Tokens.customer("ann"))
                .get("/v1/fulfilments?orderId={id}", order)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(ofPlate))
                .body("items", hasSize(2));
    }

    @Test
    void aShipmentNamesAKnownCarrierAndALineOfItsPart() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 1);
        String part = partOf("ann", order, mug.brandId());
        confirm(mug, part).then().statusCode(200);

        ship(mug, part, part, 1, Api.idempotencyKey()).then().statusCode(422);
        Api.as(Tokens.brand(mug.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "carrier",
                        "pigeon",
                        "trackingNumber",
                        "1",
                        "lines",
                        List.of(Map.of("lineId", lineOf("ann", order, mug), "quantity", 1))))
                .post("/v1/fulfilments/{id}/shipments", part)
                .then()
                .statusCode(422);
        Api.as(Tokens.brand(mug.brandId())).get("/v1/carriers").then().body("items.code", hasItem("dhl"));
    }

    private static JsonNode json(String value) throws Exception {
        return new ObjectMapper().readTree(value);
    }
}
