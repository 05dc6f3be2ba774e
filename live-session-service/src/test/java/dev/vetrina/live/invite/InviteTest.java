package dev.vetrina.live.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InviteTest {

    private static final String[] READS = {"", "/lineup", "/timeline", "/deals"};

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whoHasNoCodeSeesNothingOfAnInviteOnlySession() {
        Show show = Show.inviteOnly(Goods.some());
        String stranger = Tokens.customer("stranger-" + UUID.randomUUID());

        for (String path : READS) {
            Api.anonymous().get(show.path(path)).then().statusCode(404).body("code", equalTo("not-found"));
            Api.as(stranger).get(show.path(path)).then().statusCode(404);
            Api.as(show.token()).get(show.path(path)).then().statusCode(200);
        }
        Api.anonymous().post(show.path("/feed-tickets")).then().statusCode(404);
        opening(show, null).then().statusCode(404);
        Api.anonymous()
                .queryParam("creatorId", show.creatorId())
                .get("/v1/sessions")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void anAnonymousViewerWithTheCodeSeesItAndItsFeed() {
        Show show = Show.inviteOnly(Goods.some());
        String code = create(show, "{}").getString("code");

        String pass =
                pass(enter(show, Api.anonymous(), code.toLowerCase(Locale.ROOT).replace('-', ' ')));

        for (String path : READS) {
            with(pass).get(show.path(path)).then().statusCode(200);
        }
        String ticket = with(pass)
                .post(show.path("/feed-tickets"))
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");
        opening(show, ticket).then().statusCode(200).body("snapshot.visibility", equalTo("INVITE_ONLY"));
        opening(show, ticket + "x").then().statusCode(401);
        with("other" + pass).get(show.path("")).then().statusCode(404);
        with(pass).get(Show.inviteOnly(Goods.some()).path("")).then().statusCode(404);
    }

    @Test
    void theReplayIsForWhoWasLetInAlone() {
        Show show = Show.inviteOnly(Goods.some());
        String pass = pass(enter(show, Api.anonymous(), create(show, "{}").getString("code")));
        show.command("start").then().statusCode(200);
        show.command("end").then().statusCode(200);

        Api.anonymous().get(show.path("/replay?market=GB")).then().statusCode(404);
        with(pass).get(show.path("/replay?market=GB")).then().statusCode(200);
    }

    @Test
    void nobodyIsRemindedOfWhatIsNotForEverybody() {
        Show show = Show.inviteOnly(Goods.some());
        String ben = Tokens.customer("ben-" + UUID.randomUUID());
        pass(enter(show, Api.as(ben), create(show, "{}").getString("code")));

        Api.as(ben).put(show.path("/reminder")).then().statusCode(409).body("code", equalTo("session-not-public"));
    }

    @Test
    void whoIsSignedInIsKnownWithoutThePassAndTakesOnePlace() {
        Show show = Show.inviteOnly(Goods.some());
        JsonPath code = create(show, "{\"maxUses\":1}");
        String ben = Tokens.customer("ben-" + UUID.randomUUID());

        pass(enter(show, Api.as(ben), code.getString("code")));
        pass(enter(show, Api.as(ben), code.getString("code")));

        Api.as(ben).get(show.path("")).then().statusCode(200);
        Api.as(ben).post(show.path("/feed-tickets")).then().statusCode(201);
        enter(show, Api.anonymous(), code.getString("code"))
                .then()
                .statusCode(409)
                .body("code", equalTo("code-used-up"));
        Api.as(show.token())
                .get(show.path("/invite-codes"))
                .then()
                .body("items.uses", contains(1))
                .body("items.code", everyItem(nullValue()));
    }

    @Test
    void noMoreComeInThanTheCodeAllowsHoweverManyComeAtOnce() throws Exception {
        Show show = Show.inviteOnly(Goods.some());
        String code = create(show, "{\"maxUses\":3}").getString("code");

        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                String viewer = Tokens.customer("viewer-" + UUID.randomUUID());
                answers.add(
                        viewers.submit(() -> enter(show, Api.as(viewer), code).statusCode()));
            }
        }

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(9);
    }

    @Test
    void aCodeThatIsTooOldLetsNobodyInAndWhoIsInStays() {
        Show show = Show.inviteOnly(Goods.some());
        Instant end = clock.instant().plusSeconds(600);
        String code = create(show, "{\"expiresAt\":\"%s\"}".formatted(end)).getString("code");
        String pass = pass(enter(show, Api.anonymous(), code));

        clock.advance(Duration.ofSeconds(700));

        enter(show, Api.anonymous(), code).then().statusCode(403).body("code", equalTo("invalid-invite-code"));
        with(pass).get(show.path("")).then().statusCode(200);
    }

    @Test
    void aRotatedCodeTakesItsPassesAlong() {
        Show show = Show.inviteOnly(Goods.some());
        JsonPath old = create(show, "{\"label\":\"Regulars\",\"maxUses\":5}");
        String ben = Tokens.customer("ben-" + UUID.randomUUID());
        String pass = pass(enter(show, Api.as(ben), old.getString("code")));

        String path = show.path("/invite-codes/" + old.getString("id"));
        JsonPath rotated = Api.as(show.token())
                .post(path + "/rotate")
                .then()
                .statusCode(201)
                .body("label", equalTo("Regulars"))
                .body("maxUses", equalTo(5))
                .body("uses", equalTo(0))
                .extract()
                .jsonPath();

        with(pass).get(show.path("")).then().statusCode(404);
        Api.as(ben).get(show.path("")).then().statusCode(404);
        enter(show, Api.as(ben), old.getString("code")).then().statusCode(403);
        pass(enter(show, Api.as(ben), rotated.getString("code")));
        Api.as(ben).get(show.path("")).then().statusCode(200);
        Api.as(show.token()).post(path + "/rotate").then().statusCode(409).body("code", equalTo("code-revoked"));
        Api.as(show.token())
                .delete(show.path("/invite-codes/" + rotated.getString("id")))
                .then()
                .statusCode(204);
        Api.as(ben).get(show.path("")).then().statusCode(404);
    }

    @Test
    void whoTriesManyWrongCodesWaitsAndOthersDoNot() {
        Show show = Show.inviteOnly(Goods.some());
        String code = create(show, "{}").getString("code");
        String eve = Tokens.customer("eve-" + UUID.randomUUID());

        for (int i = 0; i < 10; i++) {
            enter(show, Api.as(eve), "WRONG-" + i).then().statusCode(403);
        }

        enter(show, Api.as(eve), code)
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many-tries"))
                .header("Retry-After", equalTo("600"));
        pass(enter(show, Api.as(Tokens.customer("ben-" + UUID.randomUUID())), code));
        clock.advance(Duration.ofSeconds(601));
        pass(enter(show, Api.as(eve), code));
    }

    @Test
    void aBrandThatTakesPartNeedsNoInvitationToWhatIsItsOwn() {
        Goods jumper = Goods.some();
        Goods scarf = Goods.some();
        Show show = Show.inviteOnly(jumper, scarf);
        String brand = Tokens.brand(jumper.brandId());
        String stranger = Tokens.brand(Ids.next());
        Show rehearsal = show.rehearse();
        show.command("start").then().statusCode(200);

        for (String report : List.of("/minutes", "/products", "/brands", "/markets")) {
            Api.as(brand).get(show.path("/statistics" + report)).then().statusCode(200);
        }
        Api.as(brand)
                .get(show.path("/airtime"))
                .then()
                .statusCode(200)
                .body("products.productId", everyItem(equalTo(jumper.productId().toString())));
        Api.as(brand).get(show.path("")).then().statusCode(404);
        for (String path : List.of("/statistics/brands", "/airtime")) {
            Api.as(stranger).get(show.path(path)).then().statusCode(404).body("code", equalTo("not-found"));
            Api.as(brand).get(rehearsal.path(path)).then().statusCode(404).body("code", equalTo("not-found"));
        }
    }

    @Test
    void codesAreForInviteOnlySessionsAndForWhoMayEditThem() {
        Show open = Show.scheduled(Goods.some());
        Show show = Show.inviteOnly(Goods.some());
        String other = "host-" + UUID.randomUUID();
        Show.registerCreator(other);

        codes(open, "{}").then().statusCode(409).body("code", equalTo("not-invite-only"));
        enter(open, Api.anonymous(), "ABCD").then().statusCode(409).body("code", equalTo("not-invite-only"));
        Api.as(Tokens.creator(other))
                .body("{}")
                .post(show.path("/invite-codes"))
                .then()
                .statusCode(404);
        codes(show, "{\"maxUses\":0}").then().statusCode(422).body("violations[0].field", equalTo("maxUses"));
        codes(show, "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("expiresAt"));
        enter(show, Api.anonymous(), "").then().statusCode(422);
        enter(Show.draftWith(",\"visibility\":\"INVITE_ONLY\"", "GB"), Api.anonymous(), "ABCD")
                .then()
                .statusCode(404);
    }

    private static Response codes(Show show, String terms) {
        return Api.as(show.token()).body(terms).post(show.path("/invite-codes"));
    }

    private static JsonPath create(Show show, String terms) {
        return codes(show, terms).then().statusCode(201).extract().jsonPath();
    }

    private static Response enter(Show show, RequestSpecification viewer, String code) {
        return viewer.body("{\"inviteCode\":\"%s\"}".formatted(code)).post(show.path("/admissions"));
    }

    private static String pass(Response entered) {
        return entered.then().statusCode(201).extract().path("pass");
    }

    private static RequestSpecification with(String pass) {
        return Api.anonymous().header("Session-Pass", pass);
    }

    private static Response opening(Show show, @Nullable String ticket) {
        return Api.anonymous()
                .get("/internal/feed/" + show.id() + "/opening?market=GB"
                        + (ticket == null ? "" : "&ticket=" + ticket));
    }
}
