package dev.vetrina.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.MarketStage;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A session in GB and DE with its host, made over the REST API as a creator would. */
public record Show(UUID id, UUID creatorId, String host, List<Goods> goods) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Show draft() {
        return draftIn("GB", "DE");
    }

    public static Show draftIn(String... markets) {
        return draftWith("", markets);
    }

    /** @param more further members of the request, each with a comma before it */
    public static Show draftWith(String more, String... markets) {
        String host = "host-" + UUID.randomUUID();
        UUID creatorId = registerCreator(host);
        String codes = Arrays.stream(markets).map(code -> "\"" + code + "\"").collect(Collectors.joining(","));
        Arrays.stream(markets).forEach(Show::openMarket);
        UUID id = await().atMost(PATIENCE)
                .until(
                        () -> Api.as(Tokens.creator(host))
                                .body("{\"title\":\"On Trend\",\"markets\":[%s]%s}".formatted(codes, more))
                                .post("/v1/sessions"),
                        answer -> answer.statusCode() == 201)
                .jsonPath()
                .getUUID("id");
        return new Show(id, creatorId, host, List.of());
    }

    public static Show scheduled(Goods... goods) {
        Show show = draft().withLineup(goods);
        show.schedule(Instant.now().plusSeconds(3600)).then().statusCode(200);
        return show;
    }

    /** Scheduled, and only for who has a code. */
    public static Show inviteOnly(Goods... goods) {
        Show show = draftWith(",\"visibility\":\"INVITE_ONLY\"", "GB", "DE").withLineup(goods);
        show.schedule(Instant.now().plusSeconds(3600)).then().statusCode(200);
        return show;
    }

    public static Show live(Goods... goods) {
        Show show = scheduled(goods);
        show.command("start").then().statusCode(200);
        return show;
    }

    /** A rehearsal of it. */
    public Show rehearse() {
        UUID rehearsal = Api.as(token())
                .post(path("/rehearsals"))
                .then()
                .statusCode(201)
                .body("rehearsalOf", equalTo(id.toString()))
                .extract()
                .jsonPath()
                .getUUID("id");
        return new Show(rehearsal, creatorId, host, goods);
    }

    public static UUID registerCreator(String host) {
        return Api.as(Tokens.creator(host))
                .body("{\"displayName\":\"Anna\",\"handle\":\"h%s\"}"
                        .formatted(UUID.randomUUID().toString().substring(0, 18)))
                .post("/v1/creators")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    /** Announces active goods and puts them into the lineup as soon as they are known. */
    public Show withLineup(Goods... products) {
        Arrays.stream(products).forEach(product -> Events.send(product.active(1)));
        await().atMost(PATIENCE).until(() -> lineUp(products).statusCode() == 200);
        return new Show(id, creatorId, host, List.of(products));
    }

    public Response lineUp(Goods... products) {
        String items = Arrays.stream(products)
                .map(product -> "{\"productId\":\"%s\"}".formatted(product.productId()))
                .collect(Collectors.joining(","));
        return Api.as(token())
                .header("If-Match", "\"" + state().getLong("version") + "\"")
                .body("{\"items\":[" + items + "]}")
                .put(path("/lineup"));
    }

    public Response schedule(Instant startsAt) {
        return Api.as(token()).body("{\"startsAt\":\"%s\"}".formatted(startsAt)).post(path("/schedule"));
    }

    public Response command(String name) {
        return Api.as(token()).post(path("/" + name));
    }

    public Response pin(UUID productId) {
        return Api.as(token())
                .body("{\"productId\":\"%s\"}".formatted(productId))
                .post(path("/pin"));
    }

    public JsonPath state() {
        return Api.as(token()).get(path("")).then().statusCode(200).extract().jsonPath();
    }

    public List<SeenFact> timeline() {
        return Api.as(token())
                .queryParam("limit", 200)
                .get(path("/timeline"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items", SeenFact.class);
    }

    public List<String> kinds() {
        return timeline().stream().map(SeenFact::kind).toList();
    }

    /** Waits until the timeline ends with a fact of this kind and returns its data. */
    public Map<String, Object> awaitLast(String kind) {
        return await("a fact " + kind)
                .atMost(PATIENCE)
                .until(() -> timeline().getLast(), fact -> kind.equals(fact.kind()))
                .data();
    }

    public JsonPath statistics() {
        return Api.as(token())
                .get(path("/statistics"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public String token() {
        return Tokens.creator(host);
    }

    public String path(String rest) {
        return "/v1/sessions/" + id + rest;
    }

    private static void openMarket(String code) {
        Events.send(new MarketChanged(
                code,
                1,
                code.equals("GB") ? "GBP" : "EUR",
                TaxTreatment.INCLUSIVE,
                List.of("en"),
                MarketStage.PILOT,
                MarketStage.LAUNCHED,
                Instant.EPOCH));
    }
}
