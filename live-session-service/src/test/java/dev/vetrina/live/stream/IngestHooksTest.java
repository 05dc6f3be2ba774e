package dev.vetrina.live.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IngestHooksTest {

    @Inject
    EntityManager database;

    @Inject
    MovableClock clock;

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void whoKnowsTheKeyIsLetInByNginx() {
        Encoder encoder = Encoder.of(Show.scheduled(Goods.some()));

        encoder.publish(1).then().statusCode(204);

        assertThat(Encoder.stream(encoder.show()).getBoolean("connected")).isTrue();
        encoder.publish(1).then().statusCode(204);
        encoder.update(1).then().statusCode(204);
        encoder.done(1).then().statusCode(204);
        encoder.done(1).then().statusCode(204);
        assertThat(Encoder.stream(encoder.show()).getBoolean("connected")).isFalse();
        assertThat(Encoder.stream(encoder.show()).getString("lostAt")).isNotNull();
    }

    @Test
    void aKeyThatIsTheStreamsNameIsNotShownToViewers() {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));

        Encoder.nginx("call=publish&name=" + encoder.key() + "&type=live", 1)
                .then()
                .statusCode(302)
                .header("Location", equalTo(encoder.show().id().toString()));
        Encoder.nginx("call=update_publish&time=10&timestamp=1&name=" + encoder.key(), 1)
                .then()
                .statusCode(204);
        Encoder.nginx("call=publish_done&name=" + encoder.key(), 1).then().statusCode(204);

        assertThat(Encoder.stream(encoder.show()).getBoolean("connected")).isFalse();
    }

    @Test
    void nobodyElseIsLetIn() {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));
        Encoder other = Encoder.of(Show.live(Goods.some()));
        UUID session = encoder.show().id();

        for (String call : List.of(
                "call=publish&name=" + session + "&type=live",
                "call=publish&name=" + session + "&type=live&key=",
                "call=publish&name=" + session + "&type=live&key=sk_wrong",
                "call=publish&name=" + session + "&type=live&key=" + other.key(),
                "call=publish&name=sk_wrong&type=live",
                "call=publish&name=&type=live",
                "call=publish&type=live",
                "call=update_publish&name=" + session + "&key=sk_wrong")) {
            Encoder.nginx(call, 1).then().statusCode(403).body("code", equalTo("stream-refused"));
        }
        assertThat(Encoder.stream(encoder.show()).getBoolean("connected")).isFalse();
    }

    @Test
    void aKeyThatWasChangedLetsNobodyInAnyMore() {
        Encoder old = Encoder.of(Show.live(Goods.some()));
        old.publish(1).then().statusCode(204);
        Encoder renewed = Encoder.of(old.show());

        old.publish(2).then().statusCode(403);
        old.update(1).then().statusCode(403);
        assertThat(Encoder.stream(old.show()).getBoolean("connected")).isFalse();
        renewed.publish(3).then().statusCode(204);
        old.done(1).then().statusCode(204);
        assertThat(Encoder.stream(old.show()).getBoolean("connected")).isTrue();
    }

    @Test
    void aSessionThatIsOverTakesNoEncoder() {
        Encoder ended = Encoder.of(Show.live(Goods.some()));
        ended.publish(1).then().statusCode(204);
        ended.show().command("end").then().statusCode(200);
        Encoder cancelled = Encoder.of(Show.scheduled(Goods.some()));
        cancelled.show().command("cancel").then().statusCode(200);

        ended.publish(2).then().statusCode(403);
        ended.update(1).then().statusCode(403);
        cancelled.publish(3).then().statusCode(403);
        Api.as(ended.show().token())
                .post(ended.show().path("/stream/rotate-key"))
                .then()
                .statusCode(409)
                .body("code", equalTo("session-closed"));
    }

    @Test
    void theNewestEncoderTakesThePlaceOfTheOneBefore() {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));
        encoder.publish(1).then().statusCode(204);
        encoder.publish(2).then().statusCode(204);

        encoder.update(1).then().statusCode(403);
        encoder.done(1).then().statusCode(204);
        assertThat(Encoder.stream(encoder.show()).getBoolean("connected")).isTrue();
        encoder.update(2).then().statusCode(204);
    }

    @Test
    void anEncodersOwnArgumentsDoNotSpeakInNginxsPlace() {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));
        encoder.publish(1).then().statusCode(204);

        Encoder.nginx(
                        "call=publish&name=x&type=live&call=publish_done&name="
                                + encoder.show().id(),
                        7)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-input"));
        Encoder.nginx("call=publish&name=" + encoder.show().id() + "&type=live&key=" + encoder.key() + "&clientid=1", 8)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("clientid"));
        Encoder.nginx("call=publish&name=" + "x".repeat(501), 9).then().statusCode(422);
    }

    @Test
    void nginxLetsViewersInOnceTheShowIsOnAir() {
        Encoder encoder = Encoder.of(Show.scheduled(Goods.some()));

        encoder.play("").then().statusCode(403).body("code", equalTo("stream-refused"));
        encoder.play("&key=" + encoder.key()).then().statusCode(204);
        encoder.show().command("start").then().statusCode(200);
        encoder.play("").then().statusCode(204);
        Encoder.nginx("call=play&name=anything&start=4294966296&duration=0&reset=0", 4)
                .then()
                .statusCode(403);
        encoder.show().command("end").then().statusCode(200);
        encoder.play("").then().statusCode(403);
    }

    @Test
    void anInviteOnlyShowIsPlayedByNginxWithAPassOrATicketOfThatShow() {
        Encoder encoder = Encoder.of(Show.inviteOnly(Goods.some()));
        Encoder other = Encoder.of(Show.inviteOnly(Goods.some()));
        encoder.show().command("start").then().statusCode(200);
        other.show().command("start").then().statusCode(200);
        String pass = given(encoder.show(), "/playback-passes", "pass");
        String ticket = given(encoder.show(), "/feed-tickets", "ticket");

        encoder.play("").then().statusCode(403);
        encoder.play("&pass=" + pass + "x").then().statusCode(403);
        encoder.play("&ticket=" + pass).then().statusCode(403);
        other.play("&pass=" + pass).then().statusCode(403);
        encoder.play("&pass=" + pass).then().statusCode(204);
        encoder.play("&ticket=" + ticket).then().statusCode(204);
    }

    @Test
    void onlyIngestServersAreHeard() {
        Show show = Show.live(Goods.some());
        String body = "clientid=1&call=publish&name=" + show.id();

        Encoder.nginxWithSecret("", body).then().statusCode(401).body("code", equalTo("hook-secret-invalid"));
        Encoder.nginxWithSecret("wrong", body).then().statusCode(401);
        RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/internal/ingest/nginx-rtmp")
                .then()
                .statusCode(401);
        Api.anonymous()
                .body("{\"action\":\"read\"}")
                .post("/internal/ingest/mediamtx/auth")
                .then()
                .statusCode(401);
        RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("event=ready&path=" + show.id() + "&id=1")
                .post("/internal/ingest/mediamtx/events")
                .then()
                .statusCode(401);
    }

    @Test
    void whoKnowsTheKeyIsLetInByMediaMtx() {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));
        String path = "live/" + encoder.show().id();

        Encoder.mediaMtxAsks("publish", path, "key=" + encoder.key(), "").then().statusCode(204);
        Encoder.mediaMtxAsks("publish", path, "", encoder.key()).then().statusCode(204);
        assertThat(Encoder.stream(encoder.show()).getBoolean("connected"))
                .as("asking is not streaming")
                .isFalse();
        Encoder.mediaMtxTells("ready", path, "conn-1").then().statusCode(204);
        Encoder.mediaMtxTells("alive", path, "conn-1").then().statusCode(204);
        assertThat(Encoder.stream(encoder.show()).getBoolean("connected")).isTrue();

        Encoder.mediaMtxTells("ready", path, "conn-2").then().statusCode(204);
        Encoder.mediaMtxTells("not-ready", path, "conn-1").then().statusCode(204);
        assertThat(Encoder.stream(encoder.show()).getBoolean("connected")).isTrue();
        Encoder.mediaMtxTells("not-ready", path, "conn-2").then().statusCode(204);
        assertThat(Encoder.stream(encoder.show()).getBoolean("connected")).isFalse();
    }

    @Test
    void mediaMtxLetsNobodyElseIn() {
        Encoder encoder = Encoder.of(Show.scheduled(Goods.some()));
        Encoder other = Encoder.of(Show.scheduled(Goods.some()));
        String path = "live/" + encoder.show().id();

        Encoder.mediaMtxAsks("publish", path, "", "").then().statusCode(401);
        Encoder.mediaMtxAsks("publish", path, "key=" + other.key(), "").then().statusCode(401);
        Encoder.mediaMtxAsks("publish", path, "key=%zz", "").then().statusCode(401);
        Encoder.mediaMtxAsks("publish", "live/cam", "key=" + encoder.key(), "")
                .then()
                .statusCode(401);
        Encoder.mediaMtxAsks("api", "", "", "").then().statusCode(401);
        Encoder.mediaMtxTells("ready", "live/" + UUID.randomUUID(), "conn-1")
                .then()
                .statusCode(403);
        Encoder.mediaMtxTells("ready", "live/cam", "conn-1").then().statusCode(403);
        Encoder.mediaMtxTells("sneeze", path, "conn-1")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("event"));
    }

    @Test
    void viewersReadFromMediaMtxOnceTheShowIsOnAir() {
        Encoder encoder = Encoder.of(Show.scheduled(Goods.some()));
        String path = "live/" + encoder.show().id();

        Encoder.mediaMtxAsks("read", path, "", "").then().statusCode(401);
        Encoder.mediaMtxAsks("read", path, "key=" + encoder.key(), "").then().statusCode(204);
        encoder.show().command("start").then().statusCode(200);
        Encoder.mediaMtxAsks("read", path, "", "").then().statusCode(204);
        encoder.show().command("end").then().statusCode(200);
        Encoder.mediaMtxAsks("read", path, "", "").then().statusCode(401);
    }

    @Test
    void anInviteOnlyShowIsReadFromMediaMtxWithATicketToItsFeed() {
        Encoder encoder = Encoder.of(Show.inviteOnly(Goods.some()));
        Show show = encoder.show();
        show.command("start").then().statusCode(200);
        String path = "live/" + show.id();
        String ticket = given(show, "/feed-tickets", "ticket");

        Encoder.mediaMtxAsks("read", path, "", "").then().statusCode(401);
        Encoder.mediaMtxAsks("read", path, "ticket=" + ticket + "x", "").then().statusCode(401);
        Encoder.mediaMtxAsks("read", path, "ticket=" + ticket, "").then().statusCode(204);
    }

    @Test
    void aPlayerOfAnInviteOnlyShowShowsItsPassForAsLongAsItPlays() {
        Encoder encoder = Encoder.of(Show.inviteOnly(Goods.some()));
        Show show = encoder.show();
        show.command("start").then().statusCode(200);
        Show other = Show.inviteOnly(Goods.some());
        other.command("start").then().statusCode(200);
        String path = "live/" + show.id();
        String pass = given(show, "/playback-passes", "pass");

        clock.advance(Duration.ofHours(5));
        Encoder.mediaMtxAsks("read", path, "pass=" + pass, "").then().statusCode(204);
        Encoder.mediaMtxAsks("read", path, "pass=" + pass + "x", "").then().statusCode(401);
        Encoder.mediaMtxAsks("read", path, "ticket=" + pass, "").then().statusCode(401);
        Encoder.mediaMtxAsks("publish", path, "pass=" + pass, "").then().statusCode(401);
        Encoder.mediaMtxAsks("read", "live/" + other.id(), "pass=" + pass, "")
                .then()
                .statusCode(401);

        clock.advance(Duration.ofHours(2));
        Encoder.mediaMtxAsks("read", path, "pass=" + pass, "").then().statusCode(401);
    }

    @Test
    void whoIsNotLetInGetsNoPassAndAPassOpensNoFeed() {
        Show show = Show.inviteOnly(Goods.some());
        String pass = Api.as(show.token()).post(show.path("/playback-passes")).path("pass");

        Api.anonymous().post(show.path("/playback-passes")).then().statusCode(404);
        Api.anonymous()
                .queryParam("ticket", pass)
                .get("/internal/feed/" + show.id() + "/opening?market=GB")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-ticket"));
    }

    @Test
    void theKeyIsNotInTheDatabase() {
        Encoder encoder = Encoder.of(Show.scheduled(Goods.some()));

        String row = (String) database.createNativeQuery(
                        "select encode(key_hash, 'escape') || session_stream::text from session_stream where session_id = ?1",
                        String.class)
                .setParameter(1, encoder.show().id())
                .getSingleResult();
        assertThat(row)
                .doesNotContain(encoder.key())
                .doesNotContain(new String(
                        encoder.key().substring(3).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private static String given(Show show, String path, String member) {
        return Api.as(show.token())
                .post(show.path(path))
                .then()
                .statusCode(201)
                .extract()
                .path(member);
    }
}
