package dev.vetrina.live.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatRole;
import dev.vetrina.events.LiveEvent.ChatState;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.live.feed.SseReader;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PostMessageTest {

    @Inject
    ChatMessageRepository stored;

    @Test
    void aMessageIsReadByEverybodyAndStaysInTheHistory() {
        Chat chat = Chat.live();
        String subject = "ben-" + UUID.randomUUID();

        try (SseReader one = chat.stream();
                SseReader other = chat.stream();
                KafkaProbe kafka = KafkaProbe.fromNow("live.chat")) {
            String id = chat.post(Tokens.customer(subject), "Does it run  small?\n")
                    .then()
                    .statusCode(201)
                    .header("RateLimit", equalTo("\"chat\";r=4;t=2"))
                    .header("RateLimit-Policy", equalTo("\"chat\";q=5;w=10"))
                    .body("state", equalTo("VISIBLE"))
                    .body("text", equalTo("Does it run small?"))
                    .body("author.role", equalTo("VIEWER"))
                    .body("author.name", matchesPattern("Viewer [0-9A-F]{6}"))
                    .extract()
                    .path("id");

            Chat.awaitTold(one, id, "VISIBLE");
            Chat.awaitTold(other, id, "VISIBLE");
            assertThat(one.named("pulse")).noneMatch(pulse -> pulse.data().contains(subject));
            assertThat(kafka.await(chat.show().id().toString(), "chat.message-posted.v1")
                            .headers())
                    .containsEntry("ce_id", id)
                    .containsEntry("ce_source", "/live");
            chat.awaitStored(id);
            assertThat(chat.texts("")).containsExactly("Does it run small?");
            assertThat(chat.history("").getLong("items[0].offsetMillis")).isPositive();
            assertThat(Chat.told(one)).hasSize(1);
        }
    }

    @Test
    void aChatIsOpenWhileItsSessionIsLiveOrPaused() {
        Chat chat = new Chat(Show.scheduled(Goods.some()));
        String viewer = Chat.viewer();

        chat.post(viewer, "too early").then().statusCode(409).body("code", equalTo("chat-closed"));
        chat.show().command("start");
        chat.say(viewer, "live");
        chat.show().command("pause");
        chat.say(viewer, "paused");
        chat.show().command("end");
        chat.post(viewer, "too late").then().statusCode(409).body("code", equalTo("chat-closed"));
    }

    @Test
    void nobodyWritesWithoutALoginOrIntoWhatTheyDoNotSee() {
        Chat chat = Chat.live();
        Chat draft = new Chat(Show.draft());

        Api.anonymous()
                .body(Map.of("text", "hello"))
                .post(chat.show().path("/chat-messages"))
                .then()
                .statusCode(401);
        draft.post(Chat.viewer(), "hello").then().statusCode(404).body("code", equalTo("not-found"));
        Api.anonymous().get(draft.show().path("/chat-messages")).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200B\u200B\u2060", "\u3164"})
    void aMessageSaysSomething(String blank) {
        Chat.live()
                .post(Chat.viewer(), blank)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("text"));
    }

    @Test
    void aMessageHasAtMostThreeHundredCharacters() {
        Chat chat = Chat.live();

        chat.post(Chat.viewer(), "👍".repeat(300)).then().statusCode(201);
        chat.post(Chat.viewer(), "x".repeat(301))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].message", containsString("300"));
    }

    @Test
    void theKeyOfAnErasedMessagePostsNothingAgain() {
        Chat chat = Chat.live();
        String viewer = Chat.viewer();
        String key = Api.idempotencyKey();
        String id = chat.post(viewer, "my address", key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        chat.erase(viewer, id).then().statusCode(204);

        for (String text : new String[] {"my address", "something else"}) {
            chat.post(viewer, text, key).then().statusCode(409).body("code", equalTo("message-erased"));
        }
    }

    @Test
    void theSameKeyPostsOnce() {
        Chat chat = Chat.live();
        String viewer = Chat.viewer();
        String key = Api.idempotencyKey();

        String first =
                chat.post(viewer, "hello", key).then().statusCode(201).extract().path("id");
        chat.post(viewer, "hello", key)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("id", equalTo(first));
        chat.post(viewer, "something else", key).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        chat.post(viewer, "hello", "a key with spaces")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));
        String other = chat.post(Chat.viewer(), "hello", key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(other).isNotEqualTo(first);
        chat.awaitStored(other);
        assertThat(chat.texts("")).containsExactly("hello", "hello");
    }

    @Test
    void theSameTextAgainIsNotShown() {
        Chat chat = Chat.live();
        String viewer = Chat.viewer();
        chat.say(viewer, "First!");

        chat.post(viewer, "first!").then().statusCode(409).body("code", equalTo("same-message"));
        chat.say(chat.host(), "Hi");
        chat.say(chat.host(), "Hi");
    }

    @Test
    void onlyAddressesOfTheTeamCanBeFollowed() {
        Chat chat = Chat.live();
        chat.settings(chat.host(), Map.of("linksFrom", "EVERYBODY")).then().statusCode(200);

        chat.post(chat.host(), "Care: https://example.com/care")
                .then()
                .statusCode(201)
                .body("author.role", equalTo("HOST"))
                .body("author.name", equalTo("Anna"))
                .body("links", equalTo(List.of("https://example.com/care")));
        chat.post(Chat.moderator(), "More: https://example.com/more")
                .then()
                .statusCode(201)
                .body("author.role", equalTo("MODERATOR"))
                .body("links", hasSize(1));
        chat.post(Chat.viewer(), "See https://example.com/mine")
                .then()
                .statusCode(201)
                .body("state", equalTo("VISIBLE"))
                .body("links", hasSize(0));
    }

    @Test
    void anAuthorIsTheSameInOneSessionAndAnotherInTheNext() {
        String viewer = Chat.viewer();
        Chat chat = Chat.live();
        Chat next = Chat.live();

        String author = chat.post(viewer, "one").path("author.id");
        chat.post(viewer, "two").then().body("author.id", equalTo(author));
        next.post(viewer, "three").then().body("author.id", not(equalTo(author)));
    }

    @Test
    void theHistoryIsReadFromEitherEndAndFromAnyMoment() {
        Chat chat = Chat.live();
        String last = "";
        for (int i = 1; i <= 5; i++) {
            last = chat.say(Chat.viewer(), "message " + i);
        }
        chat.awaitStored(last);
        await().atMost(Chat.PATIENCE).until(() -> chat.texts("").size() == 5);

        String next = chat.history("order=NEWEST_FIRST").getString("items[0].text");
        assertThat(next).isEqualTo("message 5");
        var page = Api.anonymous().get(chat.show().path("/chat-messages?limit=2&order=NEWEST_FIRST"));
        page.then().body("items.text", equalTo(List.of("message 5", "message 4")));
        Api.anonymous()
                .get(chat.show().path("/chat-messages?limit=2&order=NEWEST_FIRST&cursor=" + page.path("nextCursor")))
                .then()
                .body("items.text", equalTo(List.of("message 3", "message 2")));
        long third = chat.history("").getLong("items[2].offsetMillis");
        assertThat(chat.texts("fromOffsetMillis=" + third))
                .contains("message 4", "message 5")
                .doesNotContain("message 1");
        Api.anonymous()
                .get(chat.show().path("/chat-messages?fromOffsetMillis=-1"))
                .then()
                .statusCode(422);
    }

    @Test
    void aReplayReadsTheChatFromAnyMomentOnAndMissesNothingWhereTimesAreAlike() {
        Chat chat = Chat.live();
        Instant begin = Instant.parse(chat.show().state().getString("startedAt"));
        List<ChatMessagePosted> written = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            // Three at a time, and their ids in no order of their times.
            UUID id = new UUID(Long.reverse(i + 1L), i);
            Instant postedAt = begin.plusSeconds(10L * (i / 3));
            written.add(new ChatMessagePosted(
                    chat.show().id(),
                    postedAt.toEpochMilli(),
                    id,
                    "ben",
                    "q6tYkZ0bS3mJxq1u2wE9aA",
                    "Viewer 1",
                    ChatRole.VIEWER,
                    "message " + i,
                    ChatState.VISIBLE,
                    null,
                    postedAt));
        }
        QuarkusTransaction.requiringNew().run(() -> stored.store(written));
        List<String> inTime = written.stream()
                .sorted(Comparator.comparing(ChatMessagePosted::postedAt)
                        .thenComparing(message -> message.messageId().toString()))
                .map(ChatMessagePosted::text)
                .toList();

        assertThat(pages(chat, "OLDEST_FIRST", 0)).isEqualTo(inTime);
        assertThat(pages(chat, "OLDEST_FIRST", 20_000)).isEqualTo(inTime.subList(6, 12));
        assertThat(pages(chat, "NEWEST_FIRST", 20_000))
                .isEqualTo(inTime.subList(6, 12).reversed());
        Api.anonymous()
                .get(chat.show()
                        .path("/chat-messages?cursor="
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16])))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    /** In pages of two, which end amid messages of one moment. */
    private static List<String> pages(Chat chat, String order, int fromOffsetMillis) {
        List<String> texts = new ArrayList<>();
        String path =
                chat.show().path("/chat-messages?limit=2&order=" + order + "&fromOffsetMillis=" + fromOffsetMillis);
        for (String cursor = ""; cursor != null; ) {
            JsonPath page = Api.anonymous()
                    .get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            texts.addAll(page.getList("items.text"));
            cursor = page.getString("nextCursor");
        }
        return texts;
    }
}
