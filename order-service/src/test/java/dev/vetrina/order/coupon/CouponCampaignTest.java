package dev.vetrina.order.coupon;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OrderServiceTest
class CouponCampaignTest {

    private final UUID brandId = Ids.next();

    @BeforeEach
    void openBritain() {
        var _ = Catalogue.known(1_000);
    }

    @Test
    void aBrandOffersCouponsOnItsOwnAccountOnly() {
        String own = Tokens.brand(brandId);
        CouponOffer.ofThePlatform().createAs(own).then().statusCode(403);
        CouponOffer.of(Ids.next()).createAs(own).then().statusCode(403);
        CouponOffer.of(brandId).createAs(Tokens.customer("ann")).then().statusCode(403);
        CouponOffer.of(brandId)
                .createAs(own)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("payer", equalTo("BRAND"))
                .body("percent", equalTo("10"))
                .body("used", equalTo(0));
    }

    @Test
    void aBrandSeesAndEndsTheCampaignsForWhichItPays() {
        String own = Tokens.brand(brandId);
        String first = CouponOffer.of(brandId).createAs(own).path("id");
        String second = CouponOffer.of(brandId).created();
        String others = CouponOffer.of(Ids.next()).created();

        Api.as(own).get("/v1/coupon-campaigns").then().statusCode(200).body("items.id", contains(first, second));
        Api.as(own).get("/v1/coupon-campaigns?limit=1").then().body("nextCursor", notNullValue());
        Api.as(own).get("/v1/coupon-campaigns/{id}", others).then().statusCode(404);
        Api.as(own).post("/v1/coupon-campaigns/{id}/end", others).then().statusCode(404);
        String ended = Api.as(own)
                .post("/v1/coupon-campaigns/{id}/end", first)
                .then()
                .statusCode(200)
                .body("endedAt", endsWith("Z"))
                .extract()
                .path("endedAt");
        Api.as(own).post("/v1/coupon-campaigns/{id}/end", first).then().statusCode(200);
        Api.as(own).get("/v1/coupon-campaigns/{id}", first).then().body("endedAt", equalTo(ended));
    }

    @Test
    void aCodeMeansOneCampaignInAMarketUntilThatIsEnded() {
        CouponOffer offer = CouponOffer.of(brandId);
        String campaign = offer.created();

        offer.createAs(Tokens.operator())
                .then()
                .statusCode(409)
                .body("code", equalTo("coupon-code-taken"))
                .body("couponCode", equalTo(offer.code()));
        Api.as(Tokens.operator())
                .post("/v1/coupon-campaigns/{id}/end", campaign)
                .then()
                .statusCode(200);
        offer.createAs(Tokens.operator()).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "percent, 0, percent",
        "percent, 100.01, percent",
        "percent, ten, percent",
        "code, sp, code",
        "market, ZZ, market",
        "payer, CREATOR, sessionId",
        "payer, BRAND, brandId",
        "endsAt, 2025-12-01T00:00:00Z, endsAt",
        "startsAt, 2127-01-01T00:00:00Z, endsAt",
    })
    void aCampaignThatMakesNoSenseIsRefused(String member, String value, String field) {
        CouponOffer.ofThePlatform()
                .with(member, value)
                .createAs(Tokens.operator())
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void amountsAreInTheMarketsCurrencyAndFitTheKind() {
        Map<String, Object> pound = Map.of("amount", 100, "currency", "GBP");
        CouponOffer fixed = CouponOffer.ofThePlatform().with("kind", "FIXED").without("percent");

        fixed.createAs(Tokens.operator()).then().statusCode(422).body("violations[0].field", equalTo("amount"));
        fixed.with("amount", Map.of("amount", 100, "currency", "EUR"))
                .createAs(Tokens.operator())
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("amount"));
        fixed.with("amount", pound)
                .with("cap", pound)
                .createAs(Tokens.operator())
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("cap"));
        fixed.without("cap").createAs(Tokens.operator()).then().statusCode(201).body("amount.amount", equalTo(100));
    }
}
