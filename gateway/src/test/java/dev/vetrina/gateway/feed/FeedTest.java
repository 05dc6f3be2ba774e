package dev.vetrina.gateway.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.NetClientOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class FeedTest {

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final List<FeedReader> readers = new ArrayList<>();
    private final StubLive live = new StubLive();

    @AfterEach
    void everybodyLeaves() {
        readers.forEach(FeedReader::close);
        await().until(() -> live.openStreams() == 0);
    }

    @Test
    void aViewerGetsASnapshotThenEveryFactAndPulse() throws Exception {
        live.record("before");
        FeedReader viewer = watch();
        await().until(() -> viewer.ids().equals(List.of("1")));
        assertThat(viewer.response().getHeader("Content-Type")).startsWith("text/event-stream");
        assertThat(viewer.response().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(viewer.response().getHeader("X-Request-Id")).isNotNull();

        live.publish("A");
        live.pulse("{\"viewers\":1}");
        await().until(() -> viewer.events().size() == 3);
        assertThat(viewer.events())
                .containsExactly(
                        new EventStreamParser.Event("1", "snapshot", "{\"facts\":1}"),
                        new EventStreamParser.Event(
                                "2", "product-pinned", "{\"sequence\":2,\"kind\":\"product-pinned\",\"data\":\"A\"}"),
                        new EventStreamParser.Event("", "pulse", "{\"viewers\":1}"));
        await().until(() -> viewer.comments().size() >= 2);
    }

    @Test
    void twoHundredViewersGetEveryFactOnceAndInOrderFromOneUpstreamStream() {
        List<FeedReader> viewers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            viewers.add(watch());
        }
        for (int i = 0; i < 50; i++) {
            live.publish("early " + i);
        }
        for (int i = 0; i < 100; i++) {
            viewers.add(watch());
        }
        for (int i = 0; i < 150; i++) {
            live.publish("late " + i);
        }
        await().until(() -> viewers.stream()
                .allMatch(viewer ->
                        !viewer.ids().isEmpty() && viewer.ids().getLast().equals("200")));
        assertThat(viewers).allSatisfy(viewer -> {
            int first = Integer.parseInt(viewer.ids().getFirst());
            assertThat(viewer.ids())
                    .isEqualTo(IntStream.rangeClosed(first, 200)
                            .mapToObj(Integer::toString)
                            .toList());
        });
        assertThat(live.openStreams()).isEqualTo(1);
        assertThat(live.asked().stream().filter(what -> what.startsWith("stream")))
                .hasSize(1);
        assertThat(live.openings()).isLessThan(40);
    }

    @Test
    void aFactThatTheOpeningKnowsBeforeTheStreamIsNotToldTwice() {
        FeedReader first = watch();
        await().until(() -> first.ids().equals(List.of("0")));
        int recorded = live.record("known to the database only");
        FeedReader second = resume("0");
        FeedReader third = watchAs("?market=GB&ticket=t");
        await().until(() -> third.ids().equals(List.of("1")));
        live.deliver(recorded);
        live.publish("next");
        await().until(() ->
                third.ids().equals(List.of("1", "2")) && second.ids().equals(List.of("1", "2")));
        await().until(() -> first.ids().equals(List.of("0", "1", "2")));
    }

    @Test
    void whoComesBackGetsWhatItMissedFromTheRing() {
        FeedReader first = watch();
        await().until(() -> !first.ids().isEmpty());
        for (int i = 0; i < 10; i++) {
            live.publish("fact " + i);
        }
        await().until(() -> first.ids().size() == 11);
        long before = live.openings();

        FeedReader back = resume("7");
        await().until(() -> back.ids().equals(List.of("8", "9", "10")));
        FeedReader nothingMissed = resume("10");
        live.publish("next");
        await().until(() ->
                nothingMissed.ids().equals(List.of("11")) && back.ids().contains("11"));
        assertThat(live.openings()).isEqualTo(before);
    }

    @Test
    void whoComesBackTooLateForTheRingGetsWhatItMissedFromAnOpening() {
        for (int i = 0; i < 20; i++) {
            live.record("before the channel was open " + i);
        }
        FeedReader back = resume("5");
        await().until(() -> back.ids().size() == 15);
        assertThat(back.ids().getFirst()).isEqualTo("6");
        assertThat(live.asked()).anyMatch(what -> what.contains("lastEventId=5"));

        for (int i = 0; i < 100; i++) {
            live.publish("more than the ring keeps " + i);
        }
        await().until(() -> back.ids().size() == 115);
        FeedReader later = resume("5");
        await().until(() -> later.ids().size() == 115);
        assertThat(later.ids().getFirst()).isEqualTo("6");
    }

    @Test
    void anIdThatThisSessionNeverHadIsAnsweredWithASnapshot() {
        live.record("only one");
        FeedReader back = resume("999");
        await().until(() -> !back.events().isEmpty());
        assertThat(back.events().getFirst().name()).isEqualTo("snapshot");
        assertThat(back.ids()).containsExactly("1");
    }

    @Test
    void aLostUpstreamIsReconnectedAndWhatWasMissedIsTold() {
        FeedReader viewer = watch();
        await().until(() -> !viewer.ids().isEmpty());
        live.publish("one");
        await().until(() -> viewer.ids().size() == 2);

        live.away(true);
        live.drop();
        live.record("missed");
        live.record("missed, too");
        await().until(() -> live.asked().stream()
                        .filter(what -> what.equals("stream?market=GB&after=1"))
                        .count()
                >= 3);
        live.away(false);
        await().until(() -> viewer.ids().equals(List.of("0", "1", "2", "3")));
        live.publish("next");
        await().until(() -> viewer.ids().equals(List.of("0", "1", "2", "3", "4")));
        assertThat(viewer.ended()).isFalse();
    }

    @Test
    void whatIsTooMuchToReplayIsToldAsASnapshot() {
        FeedReader viewer = watch();
        await().until(() -> !viewer.ids().isEmpty());
        live.replays(2);
        live.away(true);
        live.drop();
        for (int i = 0; i < 5; i++) {
            live.record("missed " + i);
        }
        live.away(false);
        await().until(() -> viewer.ids().equals(List.of("0", "5")));
        assertThat(viewer.events().getLast().name()).isEqualTo("snapshot");
        live.publish("next");
        await().until(() -> viewer.ids().equals(List.of("0", "5", "6")));
    }

    @Test
    void whatOnlySomeMayWatchIsOpenToNobodyWhoComesBackWithoutATicket() {
        live.byTicket();
        FeedReader invited = watchAs("?market=GB&ticket=t");
        await().until(() -> !invited.ids().isEmpty());
        live.publish("one");
        await().until(() -> invited.ids().equals(List.of("0", "1")));

        given().header("Last-Event-ID", "0")
                .get(uri("?market=GB"))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().get(uri("?market=GB")).then().statusCode(404);

        live.replays(0);
        live.away(true);
        live.drop();
        live.record("missed");
        live.away(false);
        await().until(() -> invited.ids().equals(List.of("0", "1", "2")));
    }

    @Test
    void anUpstreamThatFallsSilentIsGivenUp() {
        FeedReader viewer = watch();
        await().until(() -> !viewer.ids().isEmpty());
        live.silent(true);
        long streams =
                live.asked().stream().filter(what -> what.startsWith("stream")).count();
        await().until(() ->
                live.asked().stream().filter(what -> what.startsWith("stream")).count() > streams);
        live.publish("still told");
        await().until(() -> viewer.ids().equals(List.of("0", "1")));
    }

    @Test
    void aReaderThatTakesNothingIsClosedAndSilencesNobody() {
        double cutBefore = Metrics.of("vetrina_feed_viewers_cut_total");
        FeedReader healthy = watch();
        await().until(() -> !healthy.ids().isEmpty());
        CompletableFuture<Void> closed = new CompletableFuture<>();
        CompletableFuture<Void> watching = new CompletableFuture<>();
        var stalled = Stubs.vertx().createNetClient(new NetClientOptions().setReceiveBufferSize(4096));
        stalled.connect(port, "127.0.0.1").onSuccess(socket -> {
            socket.closeHandler(closed::complete);
            socket.handler(head -> {
                watching.complete(null);
                socket.pause();
                socket.closeHandler(closed::complete);
            });
            socket.write("GET " + uri("?market=GB") + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        });
        await().until(watching::isDone);

        String large = "x".repeat(100_000);
        for (int i = 1; i <= 120; i++) {
            // Not all at once: that would be more than may wait for the healthy one, too.
            String sequence = Integer.toString(live.publish(large));
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> healthy.ids().getLast().equals(sequence));
        }
        await().until(() -> Metrics.of("vetrina_feed_viewers_cut_total") == cutBefore + 1);
        assertThat(healthy.ended()).isFalse();
        stalled.close();
    }

    @Test
    void aViewerMayComeOverHttp2() {
        var client = Stubs.vertx()
                .createHttpClient(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false));
        List<String> read = new CopyOnWriteArrayList<>();
        List<HttpClientResponse> answers = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 2; i++) {
            client.request(HttpMethod.GET, port, "127.0.0.1", uri("?market=GB"))
                    .compose(request -> request.send())
                    .onSuccess(answer -> {
                        answer.handler(part -> read.add(part.toString()));
                        answers.add(answer);
                    });
        }
        await().until(() -> String.join("", read).split("event: snapshot", -1).length == 3);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2));
        answers.getFirst().request().reset();
        live.publish("for the one who stays");
        await().until(() -> String.join("", read).contains("for the one who stays"));
        client.close();
    }

    @Test
    void pulsesAreDroppedFirst() {
        FeedReader healthy = watch();
        await().until(() -> !healthy.ids().isEmpty());
        CompletableFuture<Void> watching = new CompletableFuture<>();
        List<String> read = new CopyOnWriteArrayList<>();
        List<Runnable> resume = new CopyOnWriteArrayList<>();
        var slow = Stubs.vertx().createNetClient(new NetClientOptions().setReceiveBufferSize(4096));
        slow.connect(port, "127.0.0.1").onSuccess(socket -> {
            socket.handler(part -> {
                read.add(part.toString());
                if (watching.complete(null)) {
                    socket.pause();
                    resume.add(socket::resume);
                }
            });
            socket.write("GET " + uri("?market=GB") + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        });
        await().until(watching::isDone);

        String large = "{\"text\":\"" + "y".repeat(100_000) + "\"}";
        for (int i = 0; i < 120; i++) {
            live.pulse(large);
        }
        live.publish("a fact among pulses");
        await().until(() -> healthy.ids().size() == 2);
        resume.forEach(Runnable::run);
        await().until(() -> String.join("", read).contains("a fact among pulses"));
        assertThat(String.join("", read).split("event: pulse", -1).length).isLessThan(120);
        slow.close();
    }

    @Test
    void theUpstreamIsClosedSomeTimeAfterTheLastViewerLeft() {
        FeedReader viewer = watch();
        await().until(() -> !viewer.ids().isEmpty());
        assertThat(live.openStreams()).isEqualTo(1);
        viewer.close();
        await().until(() -> live.openStreams() == 0);

        FeedReader next = watch();
        await().until(() -> !next.ids().isEmpty());
    }

    @Test
    void whoIsSeatedWhenTheChannelHasEndedIsNotLeftInSilence() throws Exception {
        FeedReader seated = watch();
        await().until(() -> !seated.ids().isEmpty());
        live.hold();
        FeedReader late = watchAs("?market=GB&ticket=t");
        await().until(() -> live.heldOpenings() == 1);

        live.gone();
        live.drop();
        await().until(seated::ended);
        live.release();

        assertThat(late.refusal()).contains("code");
    }

    @Test
    void noMoreViewersAreTakenInThanAllowed() {
        List<FeedReader> crowd = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            crowd.add(watch());
        }

        await().until(() -> crowd.stream()
                        .filter(viewer -> viewer.ids().equals(List.of("0")))
                        .count()
                == 250);
        await().until(() -> crowd.stream().filter(FeedReader::refused).count() == 6);
        given().get(uri("?market=GB"))
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("feed-full"));
    }

    @Test
    void theMarketIsRequired() {
        for (String query : List.of("", "?market=", "?market=gb", "?market=GBR")) {
            given().get(uri(query))
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("code", equalTo("invalid-input"))
                    .body("violations[0].field", equalTo("market"));
        }
        assertThat(live.asked()).isEmpty();
    }

    @Test
    void whatTheServiceRefusesIsRefusedInItsWords() {
        given().get("/v1/sessions/" + UUID.randomUUID() + "/feed?market=GB")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .body("detail", equalTo("Refused."));
        given().get("/v1/sessions/abc/feed?market=GB").then().statusCode(404).body("code", equalTo("not-found"));
        given().get(uri("?market=DE"))
                .then()
                .statusCode(422)
                .body("code", equalTo("market-not-shown"))
                .body("instance", equalTo("/v1/sessions/" + live.session() + "/feed"));
        given().get(uri("?market=GB&ticket=expired")).then().statusCode(401).body("code", equalTo("invalid-ticket"));
        given().header("Last-Event-ID", "abc")
                .get(uri("?market=GB"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-last-event-id"));
        Api.as(Tokens.forge(Account.customer("c")).expired().token())
                .get(uri("?market=GB"))
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void whileTheServiceIsAwayWhoComesIsAskedToComeBack() {
        live.away(true);
        given().get(uri("?market=GB"))
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("upstream-unavailable"));
        live.away(false);
        live.mute(true);
        given().get(uri("?market=GB")).then().statusCode(503);
        live.mute(false);
        FeedReader viewer = watch();
        await().until(() -> !viewer.ids().isEmpty());
    }

    private FeedReader watch() {
        return watchAs("?market=GB");
    }

    private FeedReader watchAs(String query) {
        FeedReader reader = FeedReader.open(port, uri(query));
        readers.add(reader);
        return reader;
    }

    private FeedReader resume(String lastEventId) {
        FeedReader reader = FeedReader.resume(port, uri("?market=GB"), lastEventId);
        readers.add(reader);
        return reader;
    }

    private String uri(String query) {
        return "/v1/sessions/" + live.session() + "/feed" + query;
    }
}
