package dev.vetrina.live.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** The stream as its host sees it. */
@QuarkusTest
class StreamTest {

    @Test
    void aKeyIsShownOnceAndIsAnotherOneEachTime() {
        Show show = Show.draft();
        Api.as(show.token())
                .get(show.path("/stream"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("hasKey", equalTo(false))
                .body("ingestUrl", equalTo("rtmp://localhost:1935/live"));

        String first = rotate(show);
        String second = rotate(show);

        assertThat(first).startsWith(show.id() + "?key=sk_").isNotEqualTo(second);
        String seen = Api.as(show.token())
                .get(show.path("/stream"))
                .then()
                .body("hasKey", equalTo(true))
                .extract()
                .asString();
        assertThat(seen).doesNotContain(second.substring(second.indexOf("sk_")));
    }

    @Test
    void onlyTheHostAndOperatorsSeeOrChangeIt() {
        Show show = Show.scheduled(Goods.some());
        String another = Show.draft().token();

        Api.as(another).get(show.path("/stream")).then().statusCode(403);
        Api.as(another).post(show.path("/stream/rotate-key")).then().statusCode(403);
        Api.as(Tokens.customer("ben")).get(show.path("/stream")).then().statusCode(403);
        Api.as(Tokens.moderator("mo"))
                .post(show.path("/stream/rotate-key"))
                .then()
                .statusCode(403);
        Api.anonymous().get(show.path("/stream")).then().statusCode(401);
        Api.as(another).get(Show.draft().path("/stream")).then().statusCode(404);
        Api.as(Tokens.operator()).get(show.path("/stream")).then().statusCode(200);
        Api.as(Tokens.operator())
                .get("/v1/sessions/" + UUID.randomUUID() + "/stream")
                .then()
                .statusCode(404);
    }

    @Test
    void anEditTakesTheVersionSeenLast() {
        Show show = Show.draft();
        String body = "{\"startWhenStreaming\":true}";

        Api.as(show.token()).body(body).put(show.path("/stream")).then().statusCode(428);
        edit(show, 7, body, 412);
        edit(show, 0, "{}", 422);
        edit(show, 0, "{\"startWhenStreaming\":\"yes\"}", 400);
        edit(show, 0, body, 200);
        edit(show, 0, body, 412);
        assertThat(Encoder.stream(show).getBoolean("startWhenStreaming")).isTrue();
        Encoder.of(show).publish(1).then().statusCode(204);
        edit(show, 1, "{\"startWhenStreaming\":false}", 200);
    }

    @Test
    void viewersLearnWhereToWatchWhileTheShowIsOnAir() {
        Show show = Show.scheduled(Goods.some());
        rotate(show);
        Show without = Show.live(Goods.some());

        playback(show, nullValue());
        show.command("start").then().statusCode(200);
        Api.anonymous()
                .get(show.path(""))
                .then()
                .body("playback.hls", equalTo("https://play.example.com/live/" + show.id() + "/index.m3u8"))
                .body("playback.webrtc", equalTo("https://play.example.com/live/" + show.id() + "/whep"));
        show.command("pause").then().statusCode(200);
        playback(show, not(nullValue()));
        show.command("end").then().statusCode(200);
        playback(show, nullValue());
        playback(without, nullValue());
    }

    private static void playback(Show show, Matcher<?> expected) {
        Api.anonymous().get(show.path("")).then().statusCode(200).body("playback", expected);
    }

    private static void edit(Show show, long version, String body, int status) {
        Api.as(show.token())
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(show.path("/stream"))
                .then()
                .statusCode(status);
    }

    private static String rotate(Show show) {
        return Api.as(show.token())
                .post(show.path("/stream/rotate-key"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("streamKey");
    }
}
