package dev.vetrina.order;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong input of every kind is refused with a problem document, and leaves nothing behind. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class WrongInputTest {

    private Goods mug;

    @BeforeEach
    void putAMugOnSale() {
        mug = Catalogue.onSale(1_250, 10);
    }

    private static final String ORDER = """
            {"market": "GB", "lines": [{"variantId": "%s", "quantity": 1}],
             "shippingAddress": {"name": "Ann", "line1": "1 High Street", "city": "London", "postalCode": "SW1A 1AA",
                                 "country": "GB"},
             "expectedTotal": {"amount": 1250, "currency": "GBP"}}
            """;

    static Stream<Arguments> brokenOrders() {
        return Stream.of(
                Arguments.of("malformed JSON", "{\"market\": \"GB\", ", 400, "malformed-json", null),
                Arguments.of("no body", "", 422, "invalid-input", null),
                Arguments.of(
                        "unknown field",
                        ORDER.replace("{\"market\"", "{\"colour\": 1, \"market\""),
                        400,
                        "unknown-field",
                        "colour"),
                Arguments.of(
                        "string for an integer",
                        ORDER.replace("\"quantity\": 1", "\"quantity\": \"1\""),
                        400,
                        "wrong-type",
                        "lines[0].quantity"),
                Arguments.of(
                        "3.0 for an integer",
                        ORDER.replace("\"quantity\": 1", "\"quantity\": 3.0"),
                        400,
                        "wrong-type",
                        "lines[0].quantity"),
                Arguments.of("no UUID", ORDER.replace("%s", "mug"), 400, "wrong-type", "lines[0].variantId"),
                Arguments.of(
                        "duplicate keys",
                        ORDER.replace("{\"market\"", "{\"market\": \"DE\", \"market\""),
                        400,
                        "malformed-json",
                        null),
                Arguments.of("something behind the end", ORDER + "{}", 400, "malformed-json", null),
                Arguments.of(
                        "missing quantity",
                        ORDER.replace(", \"quantity\": 1", ""),
                        400,
                        "wrong-type",
                        "lines[0].quantity"),
                Arguments.of(
                        "quantity 0",
                        ORDER.replace("\"quantity\": 1", "\"quantity\": 0"),
                        422,
                        "invalid-input",
                        "lines[0].quantity"),
                Arguments.of(
                        "no lines",
                        "{\"market\": \"GB\", \"lines\": [], \"expectedTotal\": {\"amount\": 0, \"currency\": \"GBP\"}}",
                        422,
                        "invalid-input",
                        "lines"),
                Arguments.of(
                        "no such market code", ORDER.replace("\"GB\"", "\"Britain\""), 422, "invalid-input", "market"),
                Arguments.of("unknown market", ORDER.replace("\"GB\"", "\"ZZ\""), 422, "invalid-input", "market"),
                Arguments.of(
                        "U+0000 in a text",
                        ORDER.replace("\"GB\"", "\"G\\u0000\""),
                        400,
                        "invalid-character",
                        "market"),
                Arguments.of("a total in another currency", ORDER.replace("GBP", "EUR"), 409, "total-changed", null),
                Arguments.of(
                        "unknown variant",
                        ORDER.replace("%s", "01890000-0000-7000-8000-000000000000"),
                        404,
                        "not-found",
                        null),
                Arguments.of(
                        "unknown show",
                        ORDER.replace(
                                "{\"market\"", "{\"sessionId\": \"01890000-0000-7000-8000-000000000000\", \"market\""),
                        404,
                        "not-found",
                        null),
                Arguments.of(
                        "no total",
                        ORDER.replace(
                                "\"expectedTotal\": {\"amount\": 1250, \"currency\": \"GBP\"}", "\"sessionId\": null"),
                        422,
                        "invalid-input",
                        "expectedTotal"),
                Arguments.of("no such currency", ORDER.replace("GBP", "QQQ"), 400, "wrong-type", "expectedTotal"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenOrders")
    void aBrokenOrderIsRefused(String what, String body, int status, String code, @Nullable String field) {
        ValidatableResponse answer = Api.as(Tokens.customer("ann"))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(body.replace("%s", mug.variantId().toString()))
                .post("/v1/orders")
                .then();

        refusal(answer, status, code);
        if (field != null) {
            answer.body("violations.field", hasItem(field));
        }
        nothingHappened();
    }

    @Test
    void anOrderNeedsAnIdempotencyKey() {
        refusal(
                Api.as(Tokens.customer("ann"))
                        .body(Shop.order(mug, 1))
                        .post("/v1/orders")
                        .then(),
                400,
                "idempotency-key-required");
        nothingHappened();
    }

    @Test
    void anotherMediaTypeIsRefused() {
        refusal(
                Api.as(Tokens.customer("ann"))
                        .contentType("text/plain")
                        .header("Idempotency-Key", Api.idempotencyKey())
                        .body("one mug, please")
                        .post("/v1/orders")
                        .then(),
                415,
                "unsupported-media-type");
    }

    static Stream<Arguments> uselessTokens() {
        Account ann = Account.customer("ann");
        return Stream.of(
                Arguments.of("expired", Tokens.forge(ann).expired().token()),
                Arguments.of(
                        "for somebody else",
                        Tokens.forge(ann).withAudience("another-api").token()),
                Arguments.of(
                        "signed by another key",
                        Tokens.forge(ann).signedByAnotherKey().token()),
                Arguments.of("unsigned", Tokens.forge(ann).unsigned().token()),
                Arguments.of("tampered with", Tokens.forge(ann).tampered().token()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uselessTokens")
    void aTokenThatIsNotGoodIsRefused(String what, String token) {
        ValidatableResponse answer = Api.as(token)
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Shop.order(mug, 1))
                .post("/v1/orders")
                .then();

        refusal(answer, 401, "unauthenticated").header("WWW-Authenticate", containsString("Bearer"));
        nothingHappened();
    }

    @Test
    void withoutATokenNothingIsDone() {
        String id = Shop.placed("ann", mug, 1);

        refusal(Api.anonymous().get("/v1/orders").then(), 401, "unauthenticated");
        refusal(Api.anonymous().get("/v1/orders/{id}", id).then(), 401, "unauthenticated");
        refusal(Api.anonymous().body("{}").post("/v1/orders/{id}/cancel", id).then(), 401, "unauthenticated");
        refusal(Api.anonymous().body("{}").post("/v1/orders/{id}/payments", id).then(), 401, "unauthenticated");
        refusal(Api.anonymous().get("/v1/inventory/{id}", mug.variantId()).then(), 401, "unauthenticated");
        refusal(Api.anonymous().body("{}").post("/v1/inventory-adjustments").then(), 401, "unauthenticated");
    }

    @Test
    void theWrongRoleIsNotEnough() {
        refusal(
                Api.as(Tokens.brand(mug.brandId()))
                        .header("Idempotency-Key", Api.idempotencyKey())
                        .body(Shop.order(mug, 1))
                        .post("/v1/orders")
                        .then(),
                403,
                "forbidden");
        refusal(
                Api.as(Tokens.customer("ann"))
                        .get("/v1/inventory/{id}", mug.variantId())
                        .then(),
                403,
                "forbidden");
        refusal(
                Api.as(Tokens.customer("ann"))
                        .get("/v1/operations/order/outbox")
                        .then(),
                403,
                "forbidden");
        nothingHappened();
    }

    @Test
    void brokenPaymentsAndCancellationsAreRefused() {
        String id = Shop.placed("ann", mug, 1);

        refusal(Shop.pay("ann", id, "not a token").then(), 422, "invalid-input")
                .body("violations[0].field", equalTo("paymentMethodToken"));
        refusal(
                Api.as(Tokens.customer("ann"))
                        .body(Map.of("reason", "x".repeat(501)))
                        .post("/v1/orders/{id}/cancel", id)
                        .then(),
                422,
                "invalid-input");
        refusal(Shop.pay("ann", UUID.randomUUID().toString(), "tok_approved").then(), 404, "not-found");
        refusal(Api.as(Tokens.customer("ann")).get("/v1/orders/not-a-uuid").then(), 404, "not-found");
        Shop.read("ann", id).body("status", equalTo("PENDING_PAYMENT")).body("version", equalTo(0));
    }

    @Test
    void aPageHasItsLimits() {
        refusal(Api.as(Tokens.customer("ann")).get("/v1/orders?limit=201").then(), 422, "invalid-input")
                .body("violations[0].field", equalTo("limit"));
        refusal(Api.as(Tokens.customer("ann")).get("/v1/orders?cursor=nonsense").then(), 400, "invalid-cursor");
    }

    @Test
    void aBodyOfTenMegabytesIsRefused() {
        refusal(
                Api.as(Tokens.customer("ann"))
                        .header("Idempotency-Key", Api.idempotencyKey())
                        .body("{\"market\": \"" + "x".repeat(10_000_000) + "\"}")
                        .post("/v1/orders")
                        .then(),
                413,
                "body-too-large");
        nothingHappened();
    }

    private void nothingHappened() {
        Shop.stock(mug).body("available", equalTo(10)).body("held", equalTo(0));
    }

    private static ValidatableResponse refusal(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", containsString(code))
                .body("detail", not(containsString("dev.vetrina")));
    }
}
