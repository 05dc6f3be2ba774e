package dev.vetrina.live.stream;

import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** An encoder of a show, and the bodies that each ingest server sends about it. */
record Encoder(Show show, String key) {

    static final String SECRET = "development-only-secret-of-no-secrecy";

    /** With a new key. */
    static Encoder of(Show show) {
        JsonPath made = Api.as(show.token())
                .post(show.path("/stream/rotate-key"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return new Encoder(show, made.getString("streamKey").replaceFirst(".*\\?key=", ""));
    }

    static void startWhenStreaming(Show show) {
        Api.as(show.token())
                .header("If-Match", "\"" + stream(show).getLong("version") + "\"")
                .body("{\"startWhenStreaming\":true}")
                .put(show.path("/stream"))
                .then()
                .statusCode(200);
    }

    static JsonPath stream(Show show) {
        return Api.as(show.token())
                .get(show.path("/stream"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    Response publish(int clientId) {
        return nginx("call=publish&name=" + show.id() + "&type=live&key=" + key, clientId);
    }

    Response update(int clientId) {
        return nginx("call=update_publish&time=10&timestamp=9931&name=" + show.id() + "&key=" + key, clientId);
    }

    Response done(int clientId) {
        return nginx("call=publish_done&name=" + show.id() + "&key=" + key, clientId);
    }

    /** A player, with what it shows after the stream's name. */
    Response play(String arguments) {
        return nginx("call=play&name=" + show.id() + "&start=4294966296&duration=0&reset=0" + arguments, 4);
    }

    /** As ngx_rtmp_notify_module.c writes it: what the connection is, then what happens, then the encoder's arguments. */
    static Response nginx(String call, int clientId) {
        return nginxWithSecret(
                SECRET,
                "app=live&flashver=FMLE/3.0%20(compatible%3B%20FMSc/1.0)&swfurl=&tcurl=rtmp://ingest:1935/live&pageurl="
                        + "&addr=192.0.2.7&clientid=" + clientId + "&" + call);
    }

    static Response nginxWithSecret(String secret, String body) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .queryParam("secret", secret)
                .body(body)
                .post("/internal/ingest/nginx-rtmp");
    }

    /** As MediaMTX's auth manager writes it. */
    static Response mediaMtxAsks(String action, String path, String query, String password) {
        return Api.anonymous()
                .queryParam("secret", SECRET)
                .body("""
                        {"ip":"192.0.2.7","user":"","password":"%s","token":"","action":"%s","path":"%s","protocol":"rtmp",
                        "id":"8f0dd54e-1dd7-4a4b-9a5c-6f6b0c1f9b8e","query":"%s","userAgent":"FMLE/3.0"}
                        """.formatted(password, action, path, query))
                .post("/internal/ingest/mediamtx/auth");
    }

    /** As {@code curl -d event=… -d path=$MTX_PATH -d id=$MTX_SOURCE_ID} sends it. */
    static Response mediaMtxTells(String event, String path, String sourceId) {
        return RestAssured.given()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .queryParam("secret", SECRET)
                .body("event=" + event + "&path=" + path + "&id=" + sourceId)
                .post("/internal/ingest/mediamtx/events");
    }
}
