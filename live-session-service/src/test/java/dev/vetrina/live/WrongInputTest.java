package dev.vetrina.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Input of every wrong kind gets the problem document it deserves and leaves nothing behind. */
@QuarkusTest
class WrongInputTest {

    @Inject
    EntityManager database;

    /** Every operation with a body, with one that would be taken. */
    enum Endpoint {
        REGISTER_CREATOR("POST", "/v1/creators", "{\"displayName\":\"Eve\",\"handle\":\"%s\"}", "displayName"),
        CREATE_SESSION("POST", "/v1/sessions", "{\"title\":\"On Trend\",\"markets\":[\"GB\"]}", "title"),
        EDIT_SESSION(
                "PUT",
                "/v1/sessions/{id}",
                "{\"title\":\"Other\",\"markets\":[\"GB\"],\"startsAt\":\"2030-01-01T00:00:00Z\"}",
                "title"),
        SCHEDULE("POST", "/v1/sessions/{id}/schedule", "{\"startsAt\":\"2030-01-01T00:00:00Z\"}", "startsAt"),
        POSTPONE(
                "POST",
                "/v1/sessions/{id}/postpone",
                "{\"startsAt\":\"2030-01-01T00:00:00Z\",\"reason\":\"Late\"}",
                "reason"),
        ADD_MEMBER("POST", "/v1/sessions/{id}/team", "{\"role\":\"MODERATOR\",\"subject\":\"mo\"}", "role"),
        EDIT_LINEUP("PUT", "/v1/sessions/{id}/lineup", "{\"items\":[]}", "items"),
        MOVE_IN_LINEUP(
                "POST",
                "/v1/sessions/{id}/lineup/moves",
                "{\"productId\":\"%1$s\",\"beforeProductId\":\"%1$s\"}",
                "productId"),
        EDIT_RUNSHEET("PUT", "/v1/sessions/{id}/runsheet", "{\"items\":[],\"brandSlots\":[]}", "items"),
        ANNOUNCE_GIVEAWAY(
                "POST",
                "/v1/sessions/{id}/giveaways",
                "{\"prize\":\"A jumper\",\"winners\":1,\"entrySeconds\":60}",
                "prize"),
        POST_CHAT_MESSAGE("POST", "/v1/sessions/{id}/chat-messages", "{\"text\":\"Does it run small?\"}", "text"),
        PIN_CHAT_MESSAGE("PUT", "/v1/sessions/{id}/chat-pin", "{\"messageId\":\"%s\"}", "messageId"),
        EDIT_CHAT_SETTINGS(
                "PUT",
                "/v1/sessions/{id}/chat-settings",
                "{\"blockedKeywords\":[],\"mode\":\"OPEN\",\"slowModeSeconds\":0,\"linksFrom\":\"TEAM\","
                        + "\"onMatch\":\"HOLD\"}",
                "blockedKeywords"),
        IMPOSE_SANCTION(
                "POST",
                "/v1/sessions/{id}/chat-sanctions",
                "{\"kind\":\"MUTE\",\"authorId\":\"q6tYkZ0bS3mJxq1u2wE9aA\",\"durationSeconds\":60}",
                "kind"),
        REACT("POST", "/v1/sessions/{id}/reactions", "{\"kind\":\"HEART\"}", "kind"),
        REPORT_LOOKS("POST", "/v1/sessions/{id}/product-interactions", "{\"interactions\":[]}", "interactions"),
        EDIT_STREAM("PUT", "/v1/sessions/{id}/stream", "{\"startWhenStreaming\":true}", "startWhenStreaming"),
        PIN("POST", "/v1/sessions/{id}/pin", "{\"productId\":\"%s\"}", "productId"),
        REQUEST_DEAL(
                "POST",
                "/v1/sessions/{id}/deals",
                "{\"variantId\":\"%s\",\"prices\":[{\"market\":\"GB\",\"price\":{\"amount\":1499,\"currency\":\"GBP\"}}],"
                        + "\"quantity\":100,\"perBuyerLimit\":2,\"countdownSeconds\":60,\"durationSeconds\":300}",
                "variantId");

        private final String method;
        private final String path;
        private final String body;
        private final String member;

        Endpoint(String method, String path, String body, String member) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.member = member;
        }

        String body() {
            return body.formatted(Ids.next());
        }

        /** The body with this JSON in place of its first member's value. */
        String bodyWith(String json) {
            return body().replaceFirst("\"" + member + "\":(\"[^\"]*\"|\\[]|true)", "\"" + member + "\":" + json);
        }

        Response send(Show show, RequestSpecification request) {
            return request.header("Idempotency-Key", Api.idempotencyKey())
                    .request(method, path.replace("{id}", show.id().toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatCannotBeReadIsRefused(Endpoint endpoint) {
        Show show = Show.scheduled(Goods.some());
        Map<String, Object> before = traces(show);
        String body = endpoint.body();
        String firstMember = body.substring(1, body.length() - 1);

        refused(endpoint, show, "{", 400, "malformed-json");
        refused(endpoint, show, body + " {}", 400, "malformed-json");
        refused(endpoint, show, "{" + firstMember + "," + firstMember + "}", 400, "malformed-json");
        refused(endpoint, show, "{\"surprise\":1," + body.substring(1), 400, "unknown-field");
        refused(endpoint, show, "[]", 400, "wrong-type");
        refused(endpoint, show, endpoint.bodyWith("3.0"), 400, "wrong-type");
        refused(endpoint, show, endpoint.bodyWith("{}"), 400, "wrong-type");
        refused(endpoint, show, "{}", 422, "invalid-input");
        refused(endpoint, show, endpoint.bodyWith("null"), 422, "invalid-input");
        refused(endpoint, show, endpoint.bodyWith("\"" + "x".repeat(10 << 20) + "\""), 413, "body-too-large");
        endpoint.send(show, host(show).contentType("text/plain").body(body))
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));

        assertThat(traces(show)).isEqualTo(before);
    }

    /** What viewers do is for every role. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POST_CHAT_MESSAGE", "REACT", "REPORT_LOOKS"})
    void nobodyWithoutTheRoleIsHeard(Endpoint endpoint) {
        Show show = Show.scheduled(Goods.some());
        Map<String, Object> before = traces(show);

        endpoint.send(show, Api.anonymous().body(endpoint.body()))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("unauthenticated"));
        endpoint.send(
                        show,
                        Api.as(Tokens.forge(Account.operator()).expired().token())
                                .body(endpoint.body()))
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        endpoint.send(show, Api.as(Tokens.customer("ben")).body(endpoint.body()))
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));

        assertThat(traces(show)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "EDIT_SESSION",
                "SCHEDULE",
                "POSTPONE",
                "ADD_MEMBER",
                "EDIT_LINEUP",
                "EDIT_RUNSHEET",
                "PIN",
                "REQUEST_DEAL",
                "ANNOUNCE_GIVEAWAY",
                "PIN_CHAT_MESSAGE",
                "EDIT_CHAT_SETTINGS",
                "IMPOSE_SANCTION",
                "EDIT_STREAM"
            })
    void anotherCreatorsSessionIsSeenButNotChanged(Endpoint endpoint) {
        Show show = Show.scheduled(Goods.some());
        Show draft = Show.draft();
        String another = "host-" + UUID.randomUUID();
        Show.registerCreator(another);
        Map<String, Object> before = traces(show);

        endpoint.send(show, versioned(Api.as(Tokens.creator(another)), show).body(endpoint.body()))
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        endpoint.send(draft, versioned(Api.as(Tokens.creator(another)), draft).body(endpoint.body()))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));

        assertThat(traces(show)).isEqualTo(before);
    }

    @Test
    void anotherCreatorGivesNoCommands() {
        Show show = Show.scheduled(Goods.some());
        Map<String, Object> before = traces(show);
        String another = Tokens.creator("another");

        for (String command : List.of("/start", "/pause", "/resume", "/end", "/cancel")) {
            Api.as(another).post(show.path(command)).then().statusCode(403).body("code", equalTo("forbidden"));
        }
        Api.as(another).delete(show.path("/pin")).then().statusCode(403);
        Api.as(Tokens.moderator("mo")).post(show.path("/start")).then().statusCode(403);
        Api.anonymous().post(show.path("/start")).then().statusCode(401);

        assertThat(traces(show)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"EDIT_SESSION", "EDIT_LINEUP", "EDIT_RUNSHEET", "EDIT_CHAT_SETTINGS", "EDIT_STREAM"})
    void anEditNeedsTheVersionSeenLast(Endpoint endpoint) {
        Show show = Show.scheduled(Goods.some());
        Map<String, Object> before = traces(show);

        endpoint.send(show, Api.as(show.token()).body(endpoint.body()))
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        endpoint.send(show, Api.as(show.token()).header("If-Match", "\"99\"").body(endpoint.body()))
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));

        assertThat(traces(show)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTER_CREATOR", "CREATE_SESSION", "EDIT_SESSION"})
    void aTextIsNeitherTooLongNorEmptyNorUnstorable(Endpoint endpoint) {
        Show show = Show.scheduled(Goods.some());
        Map<String, Object> before = traces(show);

        refused(endpoint, show, endpoint.bodyWith("\"" + "x".repeat(201) + "\""), 422, "invalid-input");
        refused(endpoint, show, endpoint.bodyWith("\" \""), 422, "invalid-input");
        refused(endpoint, show, endpoint.bodyWith("\"a\\\\u0000b\""), 400, "invalid-character");

        assertThat(traces(show)).isEqualTo(before);
    }

    @Test
    void whatIsSaidOfAChatHasItsBounds() {
        Show show = Show.scheduled(Goods.some());
        Map<String, Object> before = traces(show);
        String settings = Endpoint.EDIT_CHAT_SETTINGS.body();
        String sanction = Endpoint.IMPOSE_SANCTION.body();

        violates(Endpoint.EDIT_CHAT_SETTINGS, show, settings.replace(":0,", ":-1,"), "slowModeSeconds");
        violates(Endpoint.EDIT_CHAT_SETTINGS, show, settings.replace(":0,", ":301,"), "slowModeSeconds");
        refused(
                Endpoint.EDIT_CHAT_SETTINGS,
                show,
                settings.replace("[]", "[\"" + "x".repeat(51) + "\"]"),
                422,
                "invalid-input");
        violates(Endpoint.IMPOSE_SANCTION, show, sanction.replace(":60", ":0"), "durationSeconds");
        violates(Endpoint.IMPOSE_SANCTION, show, sanction.replace("q6tY", "<b>"), "authorId");
        Api.anonymous()
                .get(show.path("/chat-messages?state=ERASED"))
                .then()
                .statusCode(400)
                .body("code", equalTo("wrong-type"));

        assertThat(traces(show)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE_SESSION", "EDIT_SESSION"})
    void aMarketIsOneThatThereIs(Endpoint endpoint) {
        Show show = Show.scheduled(Goods.some());
        Map<String, Object> before = traces(show);
        String body = endpoint.body();

        refused(endpoint, show, body.replace("[\"GB\"]", "[\"GB\",\"XX\"]"), 422, "unknown-market");
        refused(endpoint, show, body.replace("[\"GB\"]", "[\"gb\"]"), 422, "invalid-input");
        refused(endpoint, show, body.replace("[\"GB\"]", "[null]"), 422, "invalid-input");
        refused(endpoint, show, body.replace("[\"GB\"]", "[]"), 422, "invalid-input");

        assertThat(traces(show)).isEqualTo(before);
    }

    @Test
    void aLineupHoldsKnownProductsOnceEach() {
        Goods jumper = Goods.some();
        Show show = Show.scheduled(jumper);
        Map<String, Object> before = traces(show);

        show.lineUp(Goods.some())
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .body("code", equalTo("not-yet-visible"));
        show.lineUp(new Goods(UUID.randomUUID(), Ids.next(), Ids.next()))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        show.lineUp(jumper, jumper).then().statusCode(422).body("violations.field", hasItem("items"));
        show.lineUp(Stream.generate(Goods::some).limit(201).toArray(Goods[]::new))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-input"));

        assertThat(traces(show)).isEqualTo(before);
    }

    @Test
    void aCommandOutOfTurnIsRefusedWithItsReason() {
        Goods jumper = Goods.some();
        Show draft = Show.draft();
        Show scheduled = Show.scheduled(jumper);
        Show live = Show.live(jumper);

        draft.command("start").then().statusCode(409).body("code", equalTo("illegal-transition"));
        draft.schedule(Instant.parse("2020-01-01T00:00:00Z"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("startsAt"));
        scheduled.pin(jumper.productId()).then().statusCode(409).body("code", equalTo("session-not-live"));
        scheduled.command("end").then().statusCode(409).body("code", equalTo("illegal-transition"));
        live.pin(Ids.next()).then().statusCode(409).body("code", equalTo("not-in-lineup"));
        live.lineUp().then().statusCode(409).body("code", equalTo("lineup-empty"));
        live.command("cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("sessionStatus", equalTo("LIVE"));

        assertThat(scheduled.kinds()).containsExactly("session-scheduled");
        assertThat(live.kinds()).containsExactly("session-scheduled", "session-started");
    }

    @Test
    void whatThereIsNotIsNotFound() {
        UUID nowhere = Ids.next();
        String operator = Tokens.operator();

        for (String path : List.of(
                "",
                "/lineup",
                "/timeline",
                "/statistics",
                "/statistics/minutes",
                "/statistics/brands",
                "/deals",
                "/deals/" + nowhere)) {
            Api.as(operator)
                    .get("/v1/sessions/" + nowhere + path)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        Api.as(operator).post("/v1/sessions/" + nowhere + "/start").then().statusCode(404);
        Api.as(operator).get("/v1/sessions/nonsense").then().statusCode(404);
        Api.anonymous().get("/v1/creators/" + nowhere).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void queryParametersAreCheckedToo() {
        Show show = Show.scheduled(Goods.some());

        Api.anonymous().get("/v1/sessions?limit=3.0").then().statusCode(400).body("code", equalTo("wrong-type"));
        Api.anonymous().get("/v1/sessions?limit=201").then().statusCode(422).body("code", equalTo("invalid-input"));
        Api.anonymous().get("/v1/sessions?cursor=x").then().statusCode(400).body("code", equalTo("invalid-cursor"));
        Api.anonymous().get("/v1/sessions?status=live").then().statusCode(400).body("code", equalTo("wrong-type"));
        Api.anonymous().get("/v1/sessions?creatorId=x").then().statusCode(400).body("code", equalTo("wrong-type"));
        Api.anonymous().get(show.path("?market=gb")).then().statusCode(422).body("code", equalTo("invalid-input"));
    }

    private static void refused(Endpoint endpoint, Show show, String body, int status, String code) {
        endpoint.send(show, host(show).body(body))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("title", not(equalTo("")));
    }

    private static void violates(Endpoint endpoint, Show show, String body, String field) {
        endpoint.send(show, host(show).body(body))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-input"))
                .body("violations.field", hasItem(field));
    }

    private static RequestSpecification host(Show show) {
        return versioned(Api.as(show.token()), show);
    }

    private static RequestSpecification versioned(RequestSpecification request, Show show) {
        return request.header("If-Match", "\"" + show.state().getLong("version") + "\"");
    }

    /** What a request could have changed at once; what viewers do is written later, and {@link ViewerInputTest} waits for it. */
    private Map<String, Object> traces(Show show) {
        return Map.of("state", show.state().get(), "rows", rows());
    }

    private List<Long> rows() {
        return Stream.of(
                        "creator",
                        "session",
                        "timeline",
                        "deal",
                        "runsheet",
                        "giveaway",
                        "chat_settings",
                        "chat_sanction",
                        "chat_pin",
                        "session_stream")
                .map(table -> (Long) database.createNativeQuery("select count(*) from " + table, Long.class)
                        .getSingleResult())
                .toList();
    }
}
