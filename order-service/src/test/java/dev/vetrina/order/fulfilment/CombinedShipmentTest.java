package dev.vetrina.order.fulfilment;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.part;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.pay;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts of several orders of one customer in one parcel. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class CombinedShipmentTest {

    @Inject
    DataSource dataSource;

    private Goods mug;
    private Goods plate;
    private Packed first;
    private Packed second;

    /** A confirmed part of a paid order, and how much of its one line is to leave. */
    private record Packed(String order, String part, String line, int quantity) {

        static Packed of(String customer, String order, Goods goods, int quantity) {
            String part = partOf(customer, order, goods.brandId());
            confirm(goods, part).then().statusCode(200);
            return new Packed(order, part, lineOf(customer, order, goods), quantity);
        }

        Map<String, Object> units() {
            return Map.of("fulfilmentId", part, "lines", List.of(Map.of("lineId", line, "quantity", quantity)));
        }
    }

    @BeforeEach
    void annOrdersTwiceOfTheSameBrand() {
        mug = Catalogue.onSale(1_250, 100);
        plate = Catalogue.onSale(800, 100);
        first = Packed.of("ann", paid("ann", mug, 2), mug, 2);
        second = Packed.of("ann", paid("ann", mug, 1, plate, 1), mug, 1);
    }

    @Test
    void oneParcelTakesPartsOfTwoOrdersAndEachOrderIsToldOfItsOwn() throws Exception {
        try (KafkaProbe orders = KafkaProbe.fromNow("orders")) {
            Response shipped = combine(Tokens.brand(mug.brandId()), Api.idempotencyKey(), first, second);

            shipped.then().statusCode(201).body("shipments", hasSize(2));
            String parcel = shipped.path("parcelId");
            for (Packed packed : List.of(first, second)) {
                part(mug, packed.part())
                        .body("status", equalTo("SHIPPED"))
                        .body("shipments", hasSize(1))
                        .body("shipments[0].parcelId", equalTo(parcel))
                        .body("shipments[0].trackingNumber", equalTo("JD 7"));
                JsonNode told = new ObjectMapper()
                        .readTree(orders.await(packed.order(), "fulfilment.shipped.v1")
                                .value());
                assertThat(told.path("lines").path(0).path("quantity").asInt()).isEqualTo(packed.quantity());
                assertThat(told.path("complete").asBoolean()).isTrue();
            }
            List<String> ids = shipped.path("shipments.id");
            assertThat(ids).doesNotHaveDuplicates();
        }
        part(plate, partOf("ann", second.order(), plate.brandId())).body("status", equalTo("AWAITING_CONFIRMATION"));
    }

    @Test
    void theSameRequestAgainShipsNothingMore() {
        String key = Api.idempotencyKey();
        Packed one = new Packed(first.order(), first.part(), first.line(), 1);
        Response before = combine(Tokens.brand(mug.brandId()), key, one, second);
        Response again = combine(Tokens.brand(mug.brandId()), key, one, second);

        again.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(again.<String>path("parcelId")).isEqualTo(before.path("parcelId"));
        part(mug, first.part()).body("status", equalTo("PARTIALLY_SHIPPED")).body("lines[0].shipped", equalTo(1));
        combine(Tokens.brand(mug.brandId()), key, first, second).then().statusCode(422);
    }

    @Test
    void eachOrderIsChargedForItsOwnGoodsAsTheyLeave() {
        Packed third = Packed.of("ann", paidAtShipment(3), mug, 1);
        Packed fourth = Packed.of("ann", paidAtShipment(2), mug, 2);

        combine(Tokens.brand(mug.brandId()), Api.idempotencyKey(), third, fourth)
                .then()
                .statusCode(201);

        payment(third)
                .body("items[0].status", equalTo("AUTHORISED"))
                .body("items[0].capturedAmount.amount", equalTo(1_250));
        payment(fourth)
                .body("items[0].status", equalTo("CAPTURED"))
                .body("items[0].capturedAmount.amount", equalTo(2_500));
    }

    @Test
    void whatCanBeCombinedIsListedGroupByGroupWithoutWhatOthersSell() {
        Packed elsewhere = Packed.of("ann", paidFrom("ann", "2 High Street"), mug, 1);
        Packed _ = Packed.of("bob", paid("bob", mug, 1), mug, 1);

        combinable(Tokens.brand(mug.brandId()))
                .body("items", hasSize(1))
                .body("items[0].fulfilments.fulfilmentId", equalTo(List.of(first.part(), second.part())))
                .body("items[0].fulfilments[0].lines[0].lineId", equalTo(first.line()))
                .body("items[0].fulfilments[0].lines[0].quantity", equalTo(2))
                .body("items[0].fulfilments[1].lines", hasSize(1));
        combinable(Tokens.brand(plate.brandId())).body("items", hasSize(0));
        Api.as(Tokens.customer("ann")).get("/v1/fulfilments/combinable").then().statusCode(403);

        Packed another = Packed.of("ann", paidFrom("ann", "2 High Street"), mug, 1);
        combinable(Tokens.brand(mug.brandId()))
                .body("items", hasSize(2))
                .body("items[1].fulfilments.fulfilmentId", equalTo(List.of(elsewhere.part(), another.part())));
        String next = page("?limit=1").body("items", hasSize(1)).extract().path("nextCursor");
        page("?limit=1&cursor=" + next).body("items[0].fulfilments.fulfilmentId", hasItem(another.part()));
    }

    @Test
    void whatIsListedCanBeSentBackAsItIs() {
        List<Object> group = combinable(Tokens.brand(mug.brandId())).extract().path("items[0].fulfilments");

        combine(Tokens.brand(mug.brandId()), Api.idempotencyKey(), group).then().statusCode(201);

        combinable(Tokens.brand(mug.brandId())).body("items", hasSize(0));
    }

    @Test
    void otherBuyersAddressesAndBrandsAreRefusedAndNothingLeaves() {
        Packed elsewhere = Packed.of("ann", paidFrom("ann", "2 High Street"), mug, 1);
        Packed ofBob = Packed.of("bob", paid("bob", mug, 1), mug, 1);
        Packed ofPlate = Packed.of("ann", second.order(), plate, 1);

        notCombinable(Tokens.brand(mug.brandId()), elsewhere);
        notCombinable(Tokens.brand(mug.brandId()), ofBob);
        notCombinable(Tokens.operator(), ofPlate);
        combine(Tokens.brand(mug.brandId()), Api.idempotencyKey(), first, ofPlate)
                .then()
                .statusCode(404);
        combine(Tokens.brand(mug.brandId()), Api.idempotencyKey(), first, first)
                .then()
                .statusCode(422);
        combine(Tokens.brand(mug.brandId()), Api.idempotencyKey(), first).then().statusCode(422);

        part(mug, first.part()).body("status", equalTo("CONFIRMED"));
        part(plate, ofPlate.part()).body("status", equalTo("CONFIRMED"));
    }

    @Test
    void aPartThatHasLeftAlreadyKeepsTheOthersBack() {
        ship(mug, second.part(), second.line(), 1, Api.idempotencyKey()).then().statusCode(201);

        String key = Api.idempotencyKey();
        combine(Tokens.brand(mug.brandId()), key, first, second)
                .then()
                .statusCode(409)
                .body("code", equalTo("fulfilment-not-shippable"))
                .body("fulfilmentId", equalTo(second.part()));

        part(mug, first.part()).body("status", equalTo("CONFIRMED")).body("shipments", hasSize(0));
    }

    private void notCombinable(String token, Packed other) {
        combine(token, Api.idempotencyKey(), first, other)
                .then()
                .statusCode(409)
                .body("code", equalTo("not-combinable"))
                .body("fulfilmentId", equalTo(other.part()));
    }

    private static Response combine(String token, String key, Packed... packed) {
        return combine(token, key, List.of(packed).stream().map(Packed::units).toList());
    }

    private static Response combine(String token, String key, List<?> fulfilments) {
        return Api.as(token)
                .header("Idempotency-Key", key)
                .body(Map.of("carrier", "royal-mail", "trackingNumber", "JD 7", "fulfilments", fulfilments))
                .post("/v1/fulfilments/combined-shipments");
    }

    private ValidatableResponse combinable(String token) {
        return Api.as(token).get("/v1/fulfilments/combinable").then().statusCode(200);
    }

    private ValidatableResponse page(String query) {
        return Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/fulfilments/combinable" + query)
                .then()
                .statusCode(200);
    }

    private String paidFrom(String customer, String street) {
        Map<String, Object> address = new HashMap<>(Shop.ADDRESS);
        address.put("line1", street);
        Map<String, Object> order = new HashMap<>(Shop.order(mug, 1));
        order.put("shippingAddress", address);
        return pay(
                customer,
                Shop.place(customer, order, Api.idempotencyKey())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    /** Its money is only reserved when it is paid. */
    private String paidAtShipment(int quantity) {
        String order = Shop.placed("ann", mug, quantity);
        StoredOrder.captureAtShipment(dataSource, order);
        return pay("ann", order);
    }

    private static ValidatableResponse payment(Packed packed) {
        return Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", packed.order())
                .then()
                .statusCode(200);
    }
}
