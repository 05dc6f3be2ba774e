package dev.vetrina.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a request, the answer is a problem document that says what, and nothing is left behind. */
@CatalogTest
class WrongInputTest {

    private static final String IMPORT =
            "/v1/catalog-imports?brandId=%s&market=%s&currency=%s&taxTreatment=%s&publish=%s";

    @Inject
    DataSource dataSource;

    private UUID brandId;
    private JsonPath product;
    private List<Long> before;

    @BeforeEach
    void registerABrandWithAProduct() throws SQLException {
        Fixtures.open("GB");
        brandId = Fixtures.brand();
        product = Fixtures.draft(brandId);
        before = rows();
    }

    @AfterEach
    void nothingIsLeftBehind() throws SQLException {
        assertThat(rows()).isEqualTo(before);
    }

    /** Every operation with a body in JSON, with a body that it would take. */
    enum Operation {
        CREATE_MARKET("POST", "/v1/markets", """
                {"code": "AT", "currency": "EUR", "taxTreatment": "INCLUSIVE", "languages": ["de"]}"""),
        CHANGE_STAGE("POST", "/v1/markets/DE/stage", "{\"stage\": \"PILOT\"}"),
        REGISTER_BRAND("POST", "/v1/brands", """
                {"name": "N", "legalName": "L", "countryCode": "IT", "contactEmail": "a@example.com"}"""),
        CREATE_PRODUCT("POST", "/v1/products", """
                {"brandId": "{brand}", "title": "T", "variants": [{"prices": [
                  {"market": "GB", "price": {"amount": 1, "currency": "GBP"}}]}]}"""),
        UPDATE_PRODUCT("PUT", "/v1/products/{product}", """
                {"title": "T", "variants": [{"id": "{variant}"}]}"""),
        SET_PRICE("PUT", "/v1/products/{product}/variants/{variant}/prices/GB", """
                {"price": {"amount": 1, "currency": "GBP"}}""");

        private final String method;
        private final String path;
        private final String body;

        Operation(String method, String path, String body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }
    }

    static List<Arguments> unreadableBodies() {
        List<Arguments> all = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            String body = operation.body;
            String open = body.substring(0, body.lastIndexOf('}'));
            String firstField = body.substring(1, body.indexOf(',', 0) < 0 ? body.indexOf('}') : body.indexOf(','));
            all.add(Arguments.of(operation, open, "malformed-json"));
            all.add(Arguments.of(operation, body + "{}", "malformed-json"));
            all.add(Arguments.of(operation, open + ", \"surprise\": 1}", "unknown-field"));
            all.add(Arguments.of(operation, "[]", "wrong-type"));
            if (operation != Operation.SET_PRICE) {
                all.add(Arguments.of(operation, open + ", " + firstField + "}", "malformed-json"));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("unreadableBodies")
    void aBodyThatCannotBeBoundIsA400(Operation operation, String body, String code) {
        refused(send(operation, body), 400, code);
    }

    static List<Arguments> wrongTypes() {
        return List.of(
                Arguments.of(
                        Operation.SET_PRICE, "{\"price\": {\"amount\": 3.0, \"currency\": \"GBP\"}}", "price.amount"),
                Arguments.of(
                        Operation.SET_PRICE, "{\"price\": {\"amount\": \"3\", \"currency\": \"GBP\"}}", "price.amount"),
                Arguments.of(Operation.SET_PRICE, "{\"price\": {\"currency\": \"GBP\"}}", "price.amount"),
                Arguments.of(
                        Operation.SET_PRICE,
                        "{\"price\": {\"amount\": 99999999999999999999, \"currency\": \"GBP\"}}",
                        "price.amount"),
                Arguments.of(Operation.SET_PRICE, "{\"price\": 3}", "price"),
                Arguments.of(
                        Operation.SET_PRICE,
                        "{\"price\": {\"amount\": 3, \"currency\": \"GBP\"}, \"effectiveAt\": \"soon\"}",
                        "effectiveAt"),
                Arguments.of(
                        Operation.CREATE_PRODUCT, "{\"brandId\": 7, \"title\": \"T\", \"variants\": [{}]}", "brandId"),
                Arguments.of(
                        Operation.CREATE_PRODUCT,
                        "{\"brandId\": \"{brand}\", \"title\": 7, \"variants\": [{}]}",
                        "title"),
                Arguments.of(
                        Operation.CREATE_PRODUCT,
                        "{\"brandId\": \"{brand}\", \"title\": \"T\", \"variants\": [{\"options\": {\"Size\": 7}}]}",
                        "variants[0].options.Size"),
                Arguments.of(Operation.UPDATE_PRODUCT, "{\"title\": \"T\", \"variants\": {}}", "variants"),
                Arguments.of(
                        Operation.CREATE_MARKET,
                        "{\"code\": \"AT\", \"currency\": \"EUR\", \"taxTreatment\": \"NONE\", \"languages\": [\"de\"]}",
                        "taxTreatment"),
                Arguments.of(Operation.CHANGE_STAGE, "{\"stage\": \"OPEN\"}", "stage"),
                Arguments.of(
                        Operation.REGISTER_BRAND,
                        "{\"name\": true, \"legalName\": \"L\", \"countryCode\": \"IT\", \"contactEmail\": \"a@example.com\"}",
                        "name"));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void aValueOfTheWrongTypeIsA400ThatNamesIt(Operation operation, String body, String field) {
        refused(send(operation, body), 400, "wrong-type").body("violations.field", contains(field));
    }

    @Test
    void theCharacterU0000IsA400WhereverATextIsTaken() {
        refused(
                        send(Operation.REGISTER_BRAND, Operation.REGISTER_BRAND.body.replace("\"N\"", "\"N\\u0000\"")),
                        400,
                        "invalid-character")
                .body("violations.field", contains("name"));
        refused(
                send(Operation.CREATE_PRODUCT, Operation.CREATE_PRODUCT.body.replace("\"T\"", "\"T\\u0000\"")),
                400,
                "invalid-character");
        refused(
                send(Operation.UPDATE_PRODUCT, Operation.UPDATE_PRODUCT.body.replace("\"T\"", "\"T\\u0000\"")),
                400,
                "invalid-character");
        refused(send(Operation.CREATE_PRODUCT, """
                {"brandId": "{brand}", "title": "T", "variants": [{"options": {"Si\\u0000ze": "M"}}]}"""), 400, "invalid-character");
        refused(Api.anonymous().urlEncodingEnabled(false).get("/v1/products?externalId=%00"), 400, "invalid-character");
        refused(Api.anonymous().urlEncodingEnabled(false).get("/v1/markets/G%00"), 400, "invalid-character");
    }

    static List<Arguments> brokenRules() {
        String x256 = "x".repeat(256);
        return List.of(
                Arguments.of(
                        Operation.CREATE_PRODUCT,
                        """
                        {"brandId": "{brand}", "title": "%s", "externalId": "", "imageUrl": "javascript:alert(1)",
                         "variants": [{"gtin": "4006381333932", "sku": "%s", "prices": [
                           {"market": "gb", "price": {"amount": 0, "currency": "pounds"}}]}]}""".formatted(x256, x256),
                        List.of(
                                "title",
                                "externalId",
                                "imageUrl",
                                "variants[0].gtin",
                                "variants[0].sku",
                                "variants[0].prices[0].market",
                                "variants[0].prices[0].price.amount",
                                "variants[0].prices[0].price.currency")),
                Arguments.of(Operation.CREATE_PRODUCT, "{}", List.of("brandId", "title", "variants")),
                Arguments.of(
                        Operation.CREATE_PRODUCT,
                        "{\"brandId\": \"{brand}\", \"title\": \" \", \"variants\": []}",
                        List.of("title", "variants")),
                Arguments.of(
                        Operation.CREATE_PRODUCT,
                        "{\"brandId\": \"{brand}\", \"title\": \"T\", \"variants\": [{}, {}]}",
                        List.of("variants")),
                Arguments.of(
                        Operation.CREATE_PRODUCT,
                        """
                        {"brandId": "{brand}", "title": "T", "variants": [{"prices": [
                          {"market": "XX", "price": {"amount": 1, "currency": "GBP"}},
                          {"market": "GB", "price": {"amount": 1, "currency": "EUR"}}]}]}""",
                        List.of("variants[0].prices[0].market", "variants[0].prices[1].price.currency")),
                Arguments.of(
                        Operation.UPDATE_PRODUCT,
                        "{\"title\": \"%s\", \"variants\": [null]}".formatted(x256),
                        List.of("title", "variants[0].<list element>")),
                Arguments.of(
                        Operation.SET_PRICE,
                        "{\"price\": {\"amount\": -1, \"currency\": \"GBP\"}}",
                        List.of("price.amount")),
                Arguments.of(Operation.SET_PRICE, "{}", List.of("price")),
                Arguments.of(
                        Operation.CREATE_MARKET,
                        "{\"code\": \"ZZ\", \"currency\": \"ABC\", \"languages\": []}",
                        List.of("code", "currency", "taxTreatment", "languages")),
                Arguments.of(
                        Operation.CREATE_MARKET,
                        Operation.CREATE_MARKET.body.replace("EUR", "XAU"),
                        List.of("currency")),
                Arguments.of(Operation.CHANGE_STAGE, "{}", List.of("stage")),
                Arguments.of(
                        Operation.CHANGE_STAGE,
                        "{\"stage\": \"PILOT\", \"effectiveAt\": \"2026-01-01T00:00:00+01:00\"}",
                        List.of("effectiveAt")),
                Arguments.of(
                        Operation.REGISTER_BRAND,
                        "{\"name\": \"%s\", \"legalName\": \"\", \"countryCode\": \"Italy\", \"contactEmail\": \"nobody\"}"
                                .formatted(x256),
                        List.of("name", "legalName", "countryCode", "contactEmail")));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void aBrokenRuleIsA422ThatNamesEveryField(Operation operation, String body, List<String> fields) {
        refused(send(operation, body), 422, "invalid-input")
                .body("violations.field", containsInAnyOrder(fields.toArray()));
    }

    @Test
    void whoeverSendsNoTokenOrABadOneIsA401() {
        for (Operation operation : Operation.values()) {
            refused(
                    Api.anonymous().body(filled(operation.body)).request(operation.method, filled(operation.path)),
                    401,
                    "unauthenticated");
        }
        refused(Api.anonymous().contentType("text/csv").body("x").post(importPath("GB")), 401, "unauthenticated");
        refused(Api.anonymous().get("/v1/catalog-imports/" + UUID.randomUUID()), 401, "unauthenticated");
        refused(Api.as(Tokens.forge(Account.operator()).expired().token()).get("/v1/products"), 401, "unauthenticated");
        refused(Api.as(Tokens.forge(Account.operator()).tampered().token()).get("/v1/brands"), 401, "unauthenticated");
    }

    @Test
    void whoeverHasTheWrongRoleIsA403() {
        for (Operation operation : Operation.values()) {
            refused(as(Tokens.customer("c1"), operation), 403, "forbidden");
        }
        for (Operation operation : List.of(Operation.CREATE_MARKET, Operation.CHANGE_STAGE, Operation.REGISTER_BRAND)) {
            refused(as(Tokens.brand(brandId), operation), 403, "forbidden");
        }
        refused(Api.as(Tokens.brand(brandId)).post("/v1/brands/{id}/suspend", brandId), 403, "forbidden");
    }

    @Test
    void anotherBrandsDraftIsA404AndItsProductOnSaleA403() throws SQLException {
        String stranger = Tokens.brand(UUID.randomUUID());
        refused(as(stranger, Operation.UPDATE_PRODUCT), 404, "not-found");
        refused(as(stranger, Operation.SET_PRICE), 404, "not-found");
        refused(Api.as(stranger).post(filled("/v1/products/{product}/publish")), 404, "not-found");
        refused(as(stranger, Operation.CREATE_PRODUCT), 403, "forbidden");

        Fixtures.publish(brandId, product.getUUID("id"));
        before = rows();
        refused(as(stranger, Operation.UPDATE_PRODUCT), 403, "forbidden");
        refused(as(stranger, Operation.SET_PRICE), 403, "forbidden");
        refused(Api.as(stranger).post(filled("/v1/products/{product}/withdraw")), 403, "forbidden");
    }

    @Test
    void whatDoesNotExistIsA404AndAnotherMethodA405() {
        refused(Api.anonymous().get("/v1/markets/XX"), 404, "not-found");
        refused(Api.anonymous().get("/v1/brands/" + UUID.randomUUID()), 404, "not-found");
        refused(Api.anonymous().get("/v1/products/" + UUID.randomUUID()), 404, "not-found");
        refused(Api.anonymous().get("/v1/products/not-an-id"), 404, "not-found");
        refused(Api.as(Tokens.operator()).get("/v1/catalog-imports/" + UUID.randomUUID()), 404, "not-found");
        refused(
                Api.as(Tokens.operator()).body("{\"stage\": \"PILOT\"}").post("/v1/markets/XX/stage"),
                404,
                "not-found");
        refused(Api.as(Tokens.operator()).delete("/v1/markets/GB"), 405, "method-not-allowed");
        refused(
                Api.as(Tokens.operator()).contentType("text/plain").body("x").post("/v1/brands"),
                415,
                "unsupported-media-type");
    }

    @Test
    void aListRefusesWrongParameters() {
        refused(Api.anonymous().get("/v1/products?market=XX"), 422, "invalid-input")
                .body("violations.field", contains("market"));
        refused(Api.anonymous().get("/v1/products?market=Britain"), 422, "invalid-input");
        refused(Api.anonymous().get("/v1/products?limit=201"), 422, "invalid-input");
        refused(Api.anonymous().get("/v1/products?limit=many"), 400, "wrong-type")
                .body("violations.field", contains("limit"));
        refused(Api.anonymous().get("/v1/products?brandId=7"), 400, "wrong-type")
                .body("violations.field", contains("brandId"));
        refused(Api.anonymous().get("/v1/products?status=SOLD"), 400, "wrong-type")
                .body("violations.field", contains("status"));
        refused(Api.anonymous().get("/v1/brands?cursor=mine"), 400, "invalid-cursor");
    }

    @Test
    void anImportRefusesWrongParametersAndMissingKeys() {
        refused(csv("x").post(importPath("GB")), 400, "idempotency-key-required");
        refused(keyed("x").post(importPath("XX")), 422, "invalid-input").body("violations.field", contains("market"));
        refused(keyed("x").post(IMPORT.formatted(brandId, "GB", "EUR", "INCLUSIVE", true)), 422, "invalid-input")
                .body("violations.field", contains("currency"));
        refused(keyed("x").post(IMPORT.formatted(brandId, "GB", "GBP", "EXCLUSIVE", true)), 422, "invalid-input")
                .body("violations.field", contains("taxTreatment"));
        refused(keyed("x").post(IMPORT.formatted(brandId, "GB", "GBP", "NONE", true)), 400, "wrong-type");
        refused(keyed("x").post(IMPORT.formatted(brandId, "GB", "GBP", "INCLUSIVE", "maybe")), 400, "wrong-type");
        refused(keyed("x").post("/v1/catalog-imports"), 422, "invalid-input")
                .body("violations.field", containsInAnyOrder("brandId", "market", "currency", "taxTreatment"));
        refused(keyed("").post(importPath("GB")), 422, "invalid-input");
        refused(keyed("x").contentType("application/json").post(importPath("GB")), 415, "unsupported-media-type");
        String stranger = Tokens.brand(UUID.randomUUID());
        refused(
                Api.as(stranger)
                        .contentType("text/csv")
                        .header("Idempotency-Key", Api.idempotencyKey())
                        .body("x")
                        .post(importPath("GB")),
                403,
                "forbidden");
    }

    @Test
    void aBodyThatIsTooLargeIsA413WhetherItsLengthIsToldOrNot() throws IOException, InterruptedException {
        byte[] elevenMebibytes = new byte[11 * 1024 * 1024];
        Arrays.fill(elevenMebibytes, (byte) ' ');
        String json = "application/json";
        for (boolean chunked : List.of(false, true)) {
            tooLarge(send("POST", "/v1/brands", json, elevenMebibytes, chunked));
            tooLarge(send("PUT", filled("/v1/products/{product}"), json, elevenMebibytes, chunked));
            tooLarge(send("POST", "/v1/brands", json, Arrays.copyOf(elevenMebibytes, 1024 * 1024 + 1), chunked));
            tooLarge(send("POST", importPath("GB"), "text/csv", elevenMebibytes, chunked));
        }
        byte[] longName =
                "{\"name\": \"%s\"}".formatted("x".repeat(1024 * 1024)).getBytes(US_ASCII);
        tooLarge(send("POST", "/v1/brands", json, longName, true));
    }

    @Test
    void everyProblemSaysWhatItIs() {
        Api.anonymous()
                .get("/v1/markets/XX")
                .then()
                .body("type", equalTo("https://vetrina.dev/problems/not-found"))
                .body("title", equalTo("Not found"))
                .body("status", equalTo(404))
                .body("instance", equalTo("/v1/markets/XX"))
                .body("keySet()", hasItem("detail"));
    }

    private static void tooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonPath.from(answer.body()).getString("code")).isEqualTo("body-too-large");
    }

    private static HttpResponse<String> send(String method, String path, String type, byte[] body, boolean chunked)
            throws IOException, InterruptedException {
        var publisher = chunked
                ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .header("Content-Type", type)
                .method(method, publisher)
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    private Response send(Operation operation, String body) {
        return Api.as(Tokens.operator())
                .header("If-Match", "\"0\"")
                .body(filled(body))
                .request(operation.method, filled(operation.path));
    }

    private Response as(String token, Operation operation) {
        return Api.as(token)
                .header("If-Match", "\"0\"")
                .body(filled(operation.body))
                .request(operation.method, filled(operation.path));
    }

    private static io.restassured.specification.RequestSpecification csv(String file) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.operator())
                .contentType("text/csv")
                .body(file);
    }

    private static io.restassured.specification.RequestSpecification keyed(String file) {
        return csv(file).header("Idempotency-Key", Api.idempotencyKey());
    }

    private String importPath(String market) {
        return IMPORT.formatted(brandId, market, "GBP", "INCLUSIVE", true);
    }

    private String filled(String text) {
        return text.replace("{brand}", brandId.toString())
                .replace("{product}", product.getString("id"))
                .replace("{variant}", product.getString("variants[0].id"));
    }

    /** How many rows every table has that a request could write to. */
    private List<Long> rows() throws SQLException {
        String sql = """
                select (select count(*) from market), (select count(*) from brand), (select sum(version) from product),
                       (select count(*) from product), (select count(*) from variant), (select count(*) from price),
                       (select count(*) from catalog_import), (select count(*) from idempotency_key),
                       (select sum(version) from market)""";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            List<Long> counts = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                counts.add(row.getLong(i));
            }
            return counts;
        }
    }
}
