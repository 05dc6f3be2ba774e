package dev.vetrina.order.checkout;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.Shows;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A basket of several shows names none of them, and is found in each. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class OrdersOfAShowTest {

    private Goods mug;
    private Goods plate;
    private UUID one;
    private UUID other;
    private String order;

    @BeforeEach
    void buyInTwoShows() {
        mug = Catalogue.onSale(1_250, 10);
        plate = Catalogue.onSale(800, 10);
        one = Shows.live();
        other = Shows.live();
        order = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Purchase.inBritain()
                                .of(mug, 1, one)
                                .of(plate, 1, other)
                                .place(new Money(2_050, "GBP")),
                        answer -> answer.statusCode() == 201)
                .path("id");
        Shop.read("ann", order).body("sessionId", nullValue());
    }

    @Test
    void itsBuyerAndOperatorsFindItInBoth() {
        for (UUID show : new UUID[] {one, other}) {
            of(show, Tokens.customer("ann")).body("items.id", contains(order));
            of(show, Tokens.operator()).body("items.id", contains(order));
            of(show, Tokens.customer("bob")).body("items.id", empty());
        }
    }

    @Test
    void aBrandFindsItInTheShowThatSoldItsOwnLine() {
        of(one, Tokens.brand(mug.brandId())).body("items.id", contains(order));
        of(other, Tokens.brand(mug.brandId())).body("items.id", empty());
        of(other, Tokens.brand(plate.brandId())).body("items.id", contains(order));
    }

    @Test
    void anOrderThatNamesItsShowIsFoundOnce() {
        String named = Shop.placedIn(one, "ann", mug, 1);

        of(one, Tokens.operator()).body("items.id", contains(order, named));
    }

    /** Of a rehearsal this service never hears: it is a session like one that there is not. */
    @Test
    void anOrderThatNamesARehearsalIsRefusedAndTakesNothing() {
        UUID rehearsal = UUID.fromString("0198c0de-0002-7000-8000-000000000002");
        Money total = new Money(1_250, "GBP");

        Purchase.inBritain()
                .of(mug, 1)
                .inShow(rehearsal)
                .place(total)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        Purchase.inBritain()
                .of(mug, 1, rehearsal)
                .place(total)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        Purchase.inBritain()
                .of(mug, 1)
                .inShow(Ids.next())
                .place(total)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-yet-visible"));

        of(rehearsal, Tokens.operator()).body("items.id", empty());
        Shop.stock(mug).body("available", equalTo(9));
    }

    private static ValidatableResponse of(UUID show, String token) {
        return Api.as(token).get("/v1/orders?sessionId=" + show).then().statusCode(200);
    }
}
