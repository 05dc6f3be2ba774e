package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.Topics;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RehearsalTest {

    @Inject
    EndedRehearsals ended;

    @Test
    void aRehearsalIsPlayedLikeTheShowWithItsProducts() {
        Goods jumper = Goods.some();
        Show show = Show.scheduled(jumper);

        Show rehearsal = show.rehearse();
        rehearsal.command("start").then().statusCode(200);
        rehearsal.pin(jumper.productId()).then().statusCode(200);
        rehearsal.command("pause").then().statusCode(200);
        rehearsal.command("resume").then().statusCode(200);
        rehearsal.command("end").then().statusCode(200);

        assertThat(rehearsal.kinds())
                .containsExactly(
                        "session-started", "product-pinned", "session-paused", "session-resumed", "session-ended");
        assertThat(show.kinds()).containsExactly("session-scheduled");
        assertThat(show.state().getString("status")).isEqualTo("SCHEDULED");
        assertThat(ended.ids()).contains(rehearsal.id());
        show.command("start").then().statusCode(200);
    }

    @Test
    void onlyTheTeamSeesARehearsalAndWatchesItsFeed() {
        Show show = Show.scheduled(Goods.some());
        String login = "helper-" + UUID.randomUUID();
        UUID helper = Show.registerCreator(login);
        Api.as(show.token())
                .body("{\"creatorId\":\"%s\",\"role\":\"MODERATOR\"}".formatted(helper))
                .post(show.path("/team"))
                .then()
                .statusCode(201);

        Show rehearsal = show.rehearse();

        for (String path : new String[] {"", "/lineup", "/timeline", "/deals"}) {
            Api.anonymous().get(rehearsal.path(path)).then().statusCode(404);
            Api.as(Tokens.customer("ben")).get(rehearsal.path(path)).then().statusCode(404);
            Api.as(Tokens.moderator("mod")).get(rehearsal.path(path)).then().statusCode(404);
            Api.as(Tokens.creator(login)).get(rehearsal.path(path)).then().statusCode(200);
        }
        Api.anonymous().post(rehearsal.path("/feed-tickets")).then().statusCode(404);
        opening(rehearsal, "").then().statusCode(404);
        opening(rehearsal, "&byGateway=true").then().statusCode(200);
        String ticket = Api.as(Tokens.creator(login))
                .post(rehearsal.path("/feed-tickets"))
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");
        opening(rehearsal, "&ticket=" + ticket).then().statusCode(200);
        Api.as(Tokens.creator(login))
                .get(show.path("/rehearsals"))
                .then()
                .statusCode(200)
                .body("items.id", contains(rehearsal.id().toString()));
    }

    @Test
    void nobodyIsToldOfARehearsalNothingIsSoldAndNothingCounted() {
        Show show = Show.scheduled(Goods.some());
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.LIVE_SESSIONS)) {
            Show rehearsal = show.rehearse();
            rehearsal.command("start").then().statusCode(200);
            Api.as(rehearsal.token())
                    .header("Idempotency-Key", Api.idempotencyKey())
                    .body("""
                            {"variantId":"%s","prices":[{"market":"GB","price":{"amount":1499,"currency":"GBP"}}],
                            "quantity":10,"perBuyerLimit":2,"countdownSeconds":60,"durationSeconds":300}
                            """.formatted(show.goods().getFirst().variantId()))
                    .post(rehearsal.path("/deals"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("rehearsal"));
            Api.as(rehearsal.token())
                    .get(rehearsal.path("/statistics"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("rehearsal"));
            Api.as(show.token())
                    .queryParam("creatorId", show.creatorId())
                    .get("/v1/sessions")
                    .then()
                    .body("items.id", contains(show.id().toString()));
            rehearsal.command("end").then().statusCode(200);
            show.command("start").then().statusCode(200);

            // What was written before in the same order would have come before it.
            probe.await("the show's start", seen -> show.id().toString().equals(seen.key()));
            assertThat(probe.received())
                    .noneMatch(seen -> rehearsal.id().toString().equals(seen.key()));
        }
    }

    @Test
    void aShowIsRehearsedOnceAtATimeAndBeforeItIsLive() {
        Show show = Show.scheduled(Goods.some());
        Show rehearsal = show.rehearse();

        ask(show).then().statusCode(409).body("code", equalTo("rehearsal-running"));
        rehearsal.command("cancel").then().statusCode(200);
        show.rehearse();
        show.command("start").then().statusCode(200);
        ask(Show.live(Goods.some())).then().statusCode(409).body("code", equalTo("session-closed"));
        Api.as(rehearsal.token()).post(rehearsal.path("/rehearsals")).then().statusCode(409);
    }

    private static Response ask(Show show) {
        return Api.as(show.token()).post(show.path("/rehearsals"));
    }

    private static Response opening(Show show, String more) {
        return Api.anonymous().get("/internal/feed/" + show.id() + "/opening?market=GB" + more);
    }
}
