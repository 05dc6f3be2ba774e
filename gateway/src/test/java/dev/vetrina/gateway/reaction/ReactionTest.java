package dev.vetrina.gateway.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.EventJson;
import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.ReactionCount;
import dev.vetrina.events.Topics;
import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.RawClient;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class ReactionTest {

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HEART = "{\"kind\":\"HEART\"}";

    private final UUID session = Ids.next();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 202;

    @BeforeEach
    void theServiceAnswers() {
        Stubs.live()
                .does(request -> request.bodyHandler(body -> {
                    asked.add(body.toString());
                    request.response().setStatusCode(status).end();
                }));
    }

    @Test
    void whatTheServiceHasTakenIsCountedHereAndToldOnce() {
        String anna = viewer();
        String ben = viewer();
        try (KafkaProbe kafka = KafkaProbe.fromNow(Topics.LIVE_ENGAGEMENT)) {
            react(anna, HEART).then().statusCode(202);
            react(ben, HEART).then().statusCode(202);
            int before = asked.size();
            for (int i = 0; i < 10; i++) {
                react(anna, HEART).then().statusCode(202);
                react(ben, HEART).then().statusCode(202);
            }

            // Every second one reaction goes to the service, which counts it itself.
            int atTheService = asked.size() - before;
            assertThat(before).isEqualTo(2);
            assertThat(asked).allMatch(HEART::equals);
            await().atMost(PATIENCE).until(() -> hearts(kafka) == 20 - atTheService);
            List<EngagementCounted> told = told(kafka);
            assertThat(told).allSatisfy(window -> {
                assertThat(window.windowMillis()).isEqualTo(1_000);
                assertThat(window.interactions()).isEmpty();
                assertThat(window.instanceId()).isEqualTo(told.getFirst().instanceId());
            });
            assertThat(told.stream().map(EngagementCounted::sequence))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aViewerWhomTheServiceDoesNotKnowIsItsToLetIn() {
        react(viewer(), HEART).then().statusCode(202);
        status = 404;

        react(viewer(), HEART).then().statusCode(404);

        assertThat(asked).hasSize(2);
    }

    @Test
    void whatTheServiceRefusesHasNoPrecedent() {
        String anna = viewer();
        status = 409;

        for (int i = 0; i < 3; i++) {
            react(anna, HEART).then().statusCode(409);
        }

        assertThat(asked).hasSize(3);
    }

    @Test
    void aSecondAfterItsEndASessionTakesNoReactionMore() {
        String anna = viewer();
        react(anna, HEART).then().statusCode(202);
        status = 409;

        await().atMost(PATIENCE).until(() -> react(anna, HEART).statusCode() == 409);
    }

    @Test
    void anythingUnusualGoesToTheServiceAsItIs() {
        String anna = viewer();
        react(anna, HEART).then().statusCode(202);

        for (String body : List.of("{\"kind\":\"BOO\"}", "{\"kind\": \"HEART\"}", "{", HEART + " {}", "{}")) {
            react(anna, body).then().statusCode(202);
            assertThat(asked.getLast()).isEqualTo(body);
        }
        Api.as(anna).body(HEART).post(path() + "?ticket=t").then().statusCode(202);
        Api.as(anna).contentType("text/plain").body("HEART").post(path()).then().statusCode(202);
        assertThat(asked).hasSize(8);
        Api.anonymous().body(HEART).post(path()).then().statusCode(202);
        assertThat(asked).hasSize(9);
    }

    @Test
    void aKindThatIsNoNameNeverHasAPrecedent() {
        String anna = viewer();
        react(anna, HEART).then().statusCode(202);
        for (String kind : List.of("HEART\\u0000", " HEART", "HEART ", "heart", "", "X".repeat(31))) {
            String body = "{\"kind\":\"" + kind + "\"}";
            int before = asked.size();
            react(anna, body).then().statusCode(202);
            react(anna, body).then().statusCode(202);
            assertThat(asked).as(kind).hasSize(before + 2);
        }
    }

    @Test
    void aQueryThatCannotBeDecodedIsRefusedWithAProblem() {
        String request = "POST " + path() + "?ticket=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + HEART.length() + "\r\n\r\n" + HEART;
        assertThat(RawClient.answer(port, request))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"malformed-request\"");
        assertThat(asked).isEmpty();
    }

    @Test
    void whoReactsWithoutEndWaitsAndOthersDoNot() {
        String eve = viewer();
        String anna = viewer();
        String many = "{\"kind\":\"HEART\",\"count\":20}";
        react(eve, many).then().statusCode(202);
        react(anna, many).then().statusCode(202);

        Response refused = await().atMost(PATIENCE).until(() -> react(eve, many), answer -> answer.statusCode() == 429);
        refused.then()
                .header("RateLimit-Policy", equalTo("\"reactions\";q=40;w=4"))
                .body("code", equalTo("too-many-requests"));
        react(anna, many).then().statusCode(202);
    }

    private Response react(String token, String body) {
        return Api.as(token).body(body).post(path());
    }

    private String path() {
        return "/v1/sessions/" + session + "/reactions";
    }

    private static String viewer() {
        return Tokens.customer("viewer-" + UUID.randomUUID());
    }

    private long hearts(KafkaProbe kafka) {
        return told(kafka).stream()
                .flatMap(window -> window.reactions().stream())
                .filter(reaction -> reaction.kind().equals("HEART"))
                .mapToLong(ReactionCount::count)
                .sum();
    }

    private List<EngagementCounted> told(KafkaProbe kafka) {
        return kafka.received().stream()
                .filter(record -> session.toString().equals(record.key()))
                .map(record -> (EngagementCounted) EventJson.read(
                                record.type(), String.valueOf(record.value()).getBytes(StandardCharsets.UTF_8))
                        .orElseThrow())
                .toList();
    }
}
