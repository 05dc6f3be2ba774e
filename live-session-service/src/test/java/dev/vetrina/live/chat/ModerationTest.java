package dev.vetrina.live.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.live.feed.SseReader;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModerationTest {

    @Inject
    MovableClock clock;

    private Chat chat;
    private String viewer;
    private String moderator;

    @BeforeEach
    void goLive() {
        chat = Chat.live();
        viewer = Chat.viewer();
        moderator = Chat.moderator();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void aBlockedWordIsHeldUntilAModeratorApprovesIt() {
        chat.settings(moderator, Map.of("blockedKeywords", List.of("scam")))
                .then()
                .statusCode(200);

        try (SseReader stream = chat.stream()) {
            String id = chat.post(viewer, "what a 5c4m")
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("HELD"))
                    .body("heldFor", equalTo("KEYWORD"))
                    .extract()
                    .path("id");
            String fine = chat.say(viewer, "what a jumper");
            Chat.awaitTold(stream, fine, "VISIBLE");
            chat.awaitStored(id);
            assertThat(Chat.told(stream)).noneMatch(item -> id.equals(item.get("id")));
            assertThat(chat.texts("")).containsExactly("what a jumper");
            assertThat(chat.texts("state=HELD")).containsExactly("what a 5c4m");
            Api.as(viewer)
                    .get(chat.show().path("/chat-messages?state=HELD"))
                    .then()
                    .statusCode(403);

            chat.act(viewer, id, "approve").then().statusCode(403);
            chat.act(moderator, id, "approve").then().statusCode(200).body("state", equalTo("VISIBLE"));
            chat.act(moderator, id, "approve").then().statusCode(200);
            Chat.awaitTold(stream, id, "VISIBLE");
        }
    }

    @Test
    void aMessageThatIsHiddenLeavesTheScreensAndTheHistory() {
        try (SseReader stream = chat.stream()) {
            String id = chat.say(viewer, "rude");
            Chat.awaitTold(stream, id, "VISIBLE");
            chat.act(moderator, id, "hide").then().statusCode(200).body("state", equalTo("HIDDEN"));

            Chat.awaitTold(stream, id, "HIDDEN");
            assertThat(chat.texts("")).isEmpty();
            assertThat(chat.texts("state=HIDDEN")).containsExactly("rude");
        }
    }

    @Test
    void whatViewersMayNotWriteIsRefusedWhereTheRoomWantsThat() {
        chat.settings(chat.host(), Map.of("onMatch", "REFUSE", "blockedKeywords", List.of("scam")))
                .then()
                .statusCode(200);

        chat.post(viewer, "visit evil (dot) com").then().statusCode(422).body("violations[0].field", equalTo("text"));
        chat.post(viewer, "s c a m").then().statusCode(422);
        chat.post(moderator, "This is no scam: https://example.com").then().statusCode(201);
    }

    @Test
    void inAReviewedChatEverythingOfViewersWaits() {
        chat.settings(chat.host(), Map.of("mode", "REVIEWED")).then().statusCode(200);

        chat.post(viewer, "hello").then().statusCode(201).body("heldFor", equalTo("REVIEW"));
        chat.post(chat.host(), "hello all").then().body("state", equalTo("VISIBLE"));
    }

    @Test
    void aClosedChatIsTheTeamsAndViewersAreTold() {
        chat.settings(moderator, Map.of("mode", "CLOSED", "slowModeSeconds", 7))
                .then()
                .statusCode(200);

        chat.post(viewer, "hello").then().statusCode(409).body("code", equalTo("chat-closed"));
        chat.post(moderator, "hello").then().statusCode(201);
        assertThat(chat.show().awaitLast("chat-settings-changed"))
                .containsEntry("mode", "CLOSED")
                .containsEntry("slowModeSeconds", 7);
        assertThat(chat.show().state().getString("chat.mode")).isEqualTo("CLOSED");
    }

    @Test
    void settingsAreTheTeamsAndNobodyOverwritesWhatTheyHaveNotSeen() {
        String path = chat.show().path("/chat-settings");
        String body =
                "{\"mode\":\"OPEN\",\"slowModeSeconds\":%d,\"blockedKeywords\":[%s],\"linksFrom\":\"TEAM\",\"onMatch\":\"HOLD\"}";

        chat.settings(viewer, Map.of()).then().statusCode(403);
        Api.as(viewer).get(path).then().statusCode(403);
        Api.as(moderator).body(body.formatted(5, "")).put(path).then().statusCode(428);
        Api.as(moderator)
                .header("If-Match", "\"0\"")
                .body(body.formatted(5, ""))
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        Api.as(moderator)
                .header("If-Match", "\"0\"")
                .body(body.formatted(6, ""))
                .put(path)
                .then()
                .statusCode(412);
        Api.as(moderator)
                .header("If-Match", "\"1\"")
                .body(body.formatted(301, "\"ok\",\"!?\""))
                .put(path)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("slowModeSeconds"));
        Api.as(moderator)
                .header("If-Match", "\"1\"")
                .body(body.formatted(3, "\"ok\",\"!?\""))
                .put(path)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("blockedKeywords[1]"));
    }

    @Test
    void inSlowModeAViewerWritesOnceInAWhileHoweverManyTryAtOnce() throws Exception {
        chat.settings(moderator, Map.of("slowModeSeconds", 30)).then().statusCode(200);

        List<Callable<Integer>> attempts = IntStream.range(0, 5)
                .mapToObj(i -> (Callable<Integer>)
                        () -> chat.post(viewer, "attempt " + i).statusCode())
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = threads.invokeAll(attempts);
            assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 201))
                    .hasSize(1);
            assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 429))
                    .hasSize(4);
        }
        clock.advance(Duration.ofSeconds(10));
        chat.post(viewer, "too early")
                .then()
                .statusCode(429)
                .body("code", equalTo("slow-mode"))
                .header("Retry-After", notNullValue());
        chat.say(moderator, "the team");
        chat.say(moderator, "need not wait");
        clock.advance(Duration.ofSeconds(21));
        chat.say(viewer, "now");
    }

    @Test
    void whoIsMutedWritesAgainWhenItEndsOrIsLifted() {
        String id = chat.say(viewer, "spam");
        Map<String, Object> mute = Map.of("messageId", id, "kind", "MUTE", "durationSeconds", 60, "reason", "spam");
        chat.sanction(moderator, mute)
                .then()
                .statusCode(201)
                .body("scope", equalTo("SESSION"))
                .body("endsAt", notNullValue());

        chat.post(viewer, "still here?")
                .then()
                .statusCode(403)
                .body("code", equalTo("muted"))
                .body("until", notNullValue())
                .header("Retry-After", notNullValue());
        Chat.live().say(viewer, "in another session");
        clock.advance(Duration.ofSeconds(61));
        String again = chat.say(viewer, "back again");

        String second = chat.sanction(chat.host(), Map.of("messageId", again, "kind", "MUTE", "durationSeconds", 600))
                .path("id");
        chat.post(viewer, "hm").then().statusCode(403);
        Api.as(moderator)
                .post(chat.show().path("/chat-sanctions/" + second + "/lift"))
                .then()
                .statusCode(200)
                .body("liftedAt", notNullValue());
        chat.say(viewer, "thanks");
        Api.as(moderator)
                .get(chat.show().path("/chat-sanctions"))
                .then()
                .body("items.kind", equalTo(List.of("MUTE", "MUTE")))
                .body("items[0].reason", equalTo("spam"));
        Api.as(viewer).get(chat.show().path("/chat-sanctions")).then().statusCode(403);
    }

    @Test
    void aBanHidesWhatWasWrittenAlsoWhatIsNotStoredYet() {
        try (SseReader stream = chat.stream()) {
            String first = chat.say(viewer, "spam one");
            String author = chat.post(viewer, "spam two").path("author.id");
            chat.say(Chat.viewer(), "fine");
            chat.sanction(moderator, Map.of("authorId", author, "kind", "BAN"))
                    .then()
                    .statusCode(201)
                    .body("endsAt", nullValue());

            chat.post(viewer, "spam three").then().statusCode(403).body("code", equalTo("banned"));
            await().atMost(Chat.PATIENCE)
                    .until(() -> Chat.told(stream).stream()
                            .anyMatch(
                                    item -> author.equals(item.get("authorId")) && "HIDDEN".equals(item.get("state"))));
            chat.awaitStored(first);
            await().atMost(Chat.PATIENCE).until(() -> chat.texts("state=HIDDEN").size() == 2);
            await().atMost(Chat.PATIENCE).until(() -> chat.texts("").equals(List.of("fine")));
        }
    }

    @Test
    void onlyAnOperatorBansEverywhere() {
        String id = chat.say(viewer, "spam");
        Map<String, Object> everywhere = Map.of("messageId", id, "kind", "BAN", "scope", "EVERYWHERE");

        chat.sanction(chat.host(), everywhere).then().statusCode(403);
        String sanction = chat.sanction(Tokens.operator(), everywhere)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Chat another = Chat.live();
        another.post(viewer, "hello").then().statusCode(403).body("code", equalTo("banned"));
        Api.as(chat.host())
                .post(chat.show().path("/chat-sanctions/" + sanction + "/lift"))
                .then()
                .statusCode(403);
        Api.as(Tokens.operator())
                .post(chat.show().path("/chat-sanctions/" + sanction + "/lift"))
                .then()
                .statusCode(200);
        another.say(viewer, "hello");
    }

    @Test
    void whatAModeratorWroteAsAViewerBeforeIsNoWayAround() {
        String subject = "mo-" + UUID.randomUUID();
        String before = chat.say(Tokens.customer(subject), "hello");
        String since = chat.say(Tokens.moderator(subject), "be nice");
        chat.awaitStored(before);
        chat.awaitStored(since);

        chat.sanction(moderator, Map.of("messageId", before, "kind", "BAN"))
                .then()
                .statusCode(403)
                .body("code", equalTo("author-protected"));
    }

    @Test
    void nobodyActsOnTheHostAndModeratorsNotOnEachOther() {
        String hosts = chat.say(chat.host(), "welcome");
        String moderators = chat.say(Chat.moderator(), "be nice");
        String viewers = chat.say(viewer, "hello");

        for (String protectedOne : List.of(hosts, moderators)) {
            chat.act(moderator, protectedOne, "hide").then().statusCode(403).body("code", equalTo("author-protected"));
            chat.sanction(moderator, Map.of("messageId", protectedOne, "kind", "BAN"))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("author-protected"));
        }
        chat.act(viewer, viewers, "hide").then().statusCode(403);
        chat.sanction(viewer, Map.of("messageId", viewers, "kind", "BAN"))
                .then()
                .statusCode(403);
        chat.act(chat.host(), moderators, "hide").then().statusCode(200);
        chat.act(Tokens.operator(), hosts, "hide").then().statusCode(200);
    }

    @Test
    void aSanctionNamesSomebodyAndAMuteItsEnd() {
        String id = chat.say(viewer, "hello");

        chat.sanction(moderator, Map.of("kind", "BAN")).then().statusCode(422);
        chat.sanction(moderator, Map.of("messageId", id, "kind", "MUTE"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("durationSeconds"));
        chat.sanction(moderator, Map.of("messageId", UUID.randomUUID(), "kind", "BAN"))
                .then()
                .statusCode(404);
        chat.sanction(moderator, Map.of("authorId", "x".repeat(22), "kind", "BAN"))
                .then()
                .statusCode(404);
    }

    @Test
    void aPinnedMessageIsAFactAndInTheSnapshotUntilItIsHidden() {
        String id = chat.say(viewer, "It runs small!");
        chat.pin(viewer, id).then().statusCode(403);
        chat.pin(moderator, id).then().statusCode(200);
        chat.pin(moderator, id).then().statusCode(200);

        assertThat(chat.show().awaitLast("chat-message-pinned"))
                .containsEntry("messageId", id)
                .containsEntry("text", "It runs small!");
        assertThat(chat.show().kinds())
                .filteredOn("chat-message-pinned"::equals)
                .hasSize(1);
        Api.anonymous()
                .get(chat.show().path("?market=GB"))
                .then()
                .body("chat.pinnedMessage.text", equalTo("It runs small!"))
                .body("chat.pinnedMessage.role", equalTo("VIEWER"));

        chat.act(moderator, id, "hide").then().statusCode(200);
        assertThat(chat.show().awaitLast("chat-message-unpinned")).containsEntry("messageId", id);
        assertThat(Api.anonymous().get(chat.show().path("/timeline")).asString())
                .contains("chat-message-pinned")
                .doesNotContain("It runs small!");
        assertThat(chat.show().state().<Object>get("chat.pinnedMessage")).isNull();
        chat.pin(moderator, id).then().statusCode(409).body("code", equalTo("message-not-visible"));
    }

    @Test
    void whatIsPinnedNextTakesTheOthersPlaceAndCanBeTakenOff() {
        String first = chat.say(viewer, "one");
        String second = chat.say(chat.host(), "two");
        chat.pin(chat.host(), first).then().statusCode(200);
        chat.pin(chat.host(), second).then().statusCode(200);
        assertThat(chat.show().state().getString("chat.pinnedMessage.text")).isEqualTo("two");

        Api.as(chat.host()).delete(chat.show().path("/chat-pin")).then().statusCode(204);
        Api.as(chat.host()).delete(chat.show().path("/chat-pin")).then().statusCode(204);
        assertThat(chat.show().kinds()).endsWith("chat-message-pinned", "chat-message-pinned", "chat-message-unpinned");
    }
}
