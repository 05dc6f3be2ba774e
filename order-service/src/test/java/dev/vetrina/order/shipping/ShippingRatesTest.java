package dev.vetrina.order.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.Money;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@OrderServiceTest
class ShippingRatesTest {

    private static final Map<String, Object> EXPRESS = Map.of(
            "code",
            "express",
            "title",
            "Express",
            "price",
            new Money(995, "GBP"),
            "estimatedDaysMin",
            1,
            "estimatedDaysMax",
            2);

    private UUID brand = UUID.randomUUID();

    @BeforeEach
    void openBritain() {
        brand = Catalogue.known(100).brandId();
    }

    @Test
    void aBrandThatHasSaidNothingShipsForFree() {
        Api.anonymous()
                .get("/v1/shipping-rates/GB?brandId={id}", brand)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("options.code", contains("standard"))
                .body("options[0].price.amount", equalTo(0))
                .body("options[0].price.currency", equalTo("GBP"));
        Api.anonymous().get("/v1/shipping-rates/ZZ?brandId={id}", brand).then().statusCode(404);
        Api.anonymous().get("/v1/shipping-rates/GB").then().statusCode(422);
    }

    @Test
    void aBrandChangesItsOwnRatesAndEverybodyReadsThem() {
        change(Tokens.brand(brand), 0, EXPRESS).then().statusCode(200).header("ETag", "\"1\"");
        change(Tokens.brand(brand), 1, with("price", new Money(1_095, "GBP")))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        Api.as(Tokens.brand(brand))
                .get("/v1/shipping-rates/GB")
                .then()
                .header("ETag", "\"2\"")
                .body("options[0].price.amount", equalTo(1_095));
        Api.anonymous().get("/v1/shipping-rates/GB?brandId={id}", brand).then().body("version", equalTo(2));
    }

    @Test
    void anOperatorChangesThemForABrandAndAnotherBrandDoesNot() {
        String forBrand = "/v1/shipping-rates/GB?brandId=" + brand;

        put(Tokens.brand(UUID.randomUUID()), forBrand, 0, EXPRESS).then().statusCode(403);
        put(Tokens.customer("ann"), forBrand, 0, EXPRESS).then().statusCode(403);
        put(Tokens.operator(), forBrand, 0, EXPRESS).then().statusCode(200);
    }

    @Test
    void nobodyOverwritesRatesThatTheyHaveNotSeen() {
        var one = CompletableFuture.supplyAsync(
                () -> change(Tokens.brand(brand), 0, EXPRESS).statusCode());
        var other = CompletableFuture.supplyAsync(
                () -> change(Tokens.brand(brand), 0, EXPRESS).statusCode());

        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(200, 412);
        change(Tokens.brand(brand), 0, EXPRESS).then().statusCode(412).header("ETag", "\"1\"");
        Api.as(Tokens.brand(brand))
                .body(Map.of("options", List.of(EXPRESS)))
                .put("/v1/shipping-rates/GB")
                .then()
                .statusCode(428);
    }

    static Stream<Arguments> senselessOptions() {
        return Stream.of(
                Arguments.of(with("price", new Money(995, "EUR")), "options[0].price"),
                Arguments.of(with("price", new Money(-1, "GBP")), "options[0].price"),
                Arguments.of(with("freeFrom", new Money(5_000, "EUR")), "options[0].freeFrom"),
                Arguments.of(with("estimatedDaysMin", 3), "options[0].estimatedDaysMax"),
                Arguments.of(with("code", "Two words"), "options[0].code"),
                Arguments.of(with("title", " "), "options[0].title"));
    }

    @ParameterizedTest
    @MethodSource("senselessOptions")
    void anOptionThatMakesNoSenseIsRefusedByItsField(Map<String, Object> option, String field) {
        change(Tokens.brand(brand), 0, option).then().statusCode(422).body("violations.field", contains(field));
    }

    @Test
    void aCodeNamesOneOption() {
        change(Tokens.brand(brand), 0, EXPRESS, EXPRESS)
                .then()
                .statusCode(422)
                .body("violations.field", contains("options[1].code"));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> option = new HashMap<>(EXPRESS);
        option.put(field, value);
        return option;
    }

    private static Response change(String token, long version, Map<?, ?>... options) {
        return put(token, "/v1/shipping-rates/GB", version, options);
    }

    private static Response put(String token, String path, long version, Map<?, ?>... options) {
        return Api.as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("options", List.of(options)))
                .put(path);
    }
}
