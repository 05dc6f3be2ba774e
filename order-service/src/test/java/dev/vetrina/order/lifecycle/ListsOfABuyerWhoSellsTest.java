package dev.vetrina.order.lifecycle;

import static dev.vetrina.order.AfterPurchase.delivered;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.partOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever acts for a brand and also buys finds both: what they sold, as their brand sees it, and what they bought. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class ListsOfABuyerWhoSellsTest {

    private Goods mug;
    private Goods plate;
    private Account account;
    private String sold;
    private String bought;

    @BeforeEach
    void sellAMugAndBuyAPlate() {
        mug = Catalogue.onSale(1_250, 10);
        plate = Catalogue.onSale(800, 10);
        account = Account.brand(mug.brandId().toString()).withRoles("customer", "brand");
        sold = paid("ann", mug, 1, plate, 1);
        bought = paid(account.subject(), plate, 1);
        String _ = paid("ann", plate, 1);
    }

    @Test
    void ordersAreThoseOfBothRolesEachAsItsRoleSeesIt() {
        list("/v1/orders")
                .body("items.id", contains(sold, bought))
                .body("items[0].lines.size()", equalTo(1))
                .body("items[0].payment", nullValue())
                .body("items[1].payment", notNullValue());
        list("/v1/orders?variantId=" + plate.variantId()).body("items.id", contains(bought));
        list("/v1/orders?variantId=" + mug.variantId()).body("items.id", contains(sold));
        list("/v1/orders?fulfilmentStatus=AWAITING_CONFIRMATION").body("items.id", contains(sold, bought));
        list("/v1/orders?fulfilmentStatus=SHIPPED").body("items.id", empty());
    }

    @Test
    void ofFulfilmentsThoseOfTheBrandAndThoseOfWhatWasBought() {
        list("/v1/fulfilments")
                .body(
                        "items.id",
                        contains(
                                partOf("ann", sold, mug.brandId()),
                                partOf(account.subject(), bought, plate.brandId())));
    }

    @Test
    void ofReturnsThoseToTheBrandAndTheirOwn() {
        String _ = delivered("ann", sold, mug, 1);
        String _ = delivered("ann", sold, plate, 1);
        String _ = delivered(account.subject(), bought, plate, 1);
        String toTheBrand = returned("ann", sold, mug);
        String _ = returned("ann", sold, plate);
        String own = returned(account.subject(), bought, plate);

        list("/v1/returns").body("items.id", contains(toTheBrand, own));
    }

    private static String returned(String customer, String order, Goods goods) {
        return Api.as(Tokens.customer(customer))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "orderId",
                        order,
                        "lines",
                        List.of(Map.of("lineId", lineOf(customer, order, goods), "quantity", 1, "reason", "FAULTY"))))
                .post("/v1/returns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse list(String path) {
        return Api.as(Tokens.of(account)).get(path).then().statusCode(200);
    }
}
