package dev.vetrina.live.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that no event reaches, as while Kafka is away, finds by the database that rules have changed. */
@QuarkusTest
class RulesOfTwoInstancesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AnotherInstance another;

    private Rooms other;

    @BeforeEach
    void start() {
        other = another.rooms();
        other.start(new StartupEvent());
    }

    @AfterEach
    void stop() {
        other.stop(new ShutdownEvent());
    }

    @Test
    void aMuteHoldsOnTheOtherInstanceAndItsEndToo() {
        Show show = Show.live(Goods.some());
        String viewer = "viewer-" + UUID.randomUUID();
        String message = say(show, viewer);
        assertThat(letsWrite(show, viewer)).isTrue();

        String sanction = Api.as(show.token())
                .body(Map.of("messageId", message, "kind", "MUTE", "durationSeconds", 600))
                .post(show.path("/chat-sanctions"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(PATIENCE).until(() -> !letsWrite(show, viewer));

        Api.as(show.token())
                .post(show.path("/chat-sanctions/" + sanction + "/lift"))
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).until(() -> letsWrite(show, viewer));
    }

    @Test
    void aBanEverywhereHoldsInRoomsThatTheOtherInstanceKnowsAlready() {
        Show show = Show.live(Goods.some());
        Show elsewhere = Show.live(Goods.some());
        String viewer = "viewer-" + UUID.randomUUID();
        String message = say(show, viewer);
        assertThat(letsWrite(elsewhere, viewer)).isTrue();

        Api.as(Tokens.operator())
                .body(Map.of("messageId", message, "kind", "BAN", "scope", "EVERYWHERE"))
                .post(show.path("/chat-sanctions"))
                .then()
                .statusCode(201);

        await().atMost(PATIENCE).until(() -> !letsWrite(elsewhere, viewer));
    }

    @Test
    void theModeOfAChatIsTheSameOnTheOtherInstance() {
        Show show = Show.live(Goods.some());
        assertThat(other.room(show.id()).mode()).isEqualTo(ChatMode.OPEN);

        Api.as(show.token())
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "mode",
                        "CLOSED",
                        "slowModeSeconds",
                        30,
                        "blockedKeywords",
                        new String[0],
                        "linksFrom",
                        "TEAM",
                        "onMatch",
                        "HOLD"))
                .put(show.path("/chat-settings"))
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).until(() -> other.room(show.id()).mode() == ChatMode.CLOSED);
        assertThat(other.room(show.id()).slowModeSeconds()).isEqualTo(30);
    }

    private boolean letsWrite(Show show, String viewer) {
        try {
            other.requireMayWrite(show.id(), viewer);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    /** Until it is stored, so that it says who wrote it. */
    private static String say(Show show, String viewer) {
        String id = Api.as(Tokens.customer(viewer))
                .body(Map.of("text", "first"))
                .post(show.path("/chat-messages"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(PATIENCE)
                .until(() -> Api.as(show.token())
                        .get(show.path("/chat-messages"))
                        .jsonPath()
                        .getList("items.id")
                        .contains(id));
        return id;
    }
}
