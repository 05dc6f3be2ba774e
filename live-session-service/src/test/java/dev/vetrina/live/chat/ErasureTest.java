package dev.vetrina.live.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatState;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.live.feed.SseReader;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest {

    @Inject
    ChatStore store;

    @Inject
    Lanes lanes;

    private Chat chat;
    private String subject;
    private String ben;

    @BeforeEach
    void goLive() {
        chat = Chat.live();
        subject = "ben-" + UUID.randomUUID();
        ben = Tokens.customer(subject);
    }

    @Test
    void anAuthorErasesAMessageForGoodAlsoBeforeItIsStored() {
        try (SseReader stream = chat.stream()) {
            String id = chat.say(ben, "my address is 1 High Street");
            chat.erase(Chat.viewer(), id).then().statusCode(403);
            chat.erase(Chat.moderator(), id).then().statusCode(403);
            ChatMessagePosted onItsWay = awaitOnItsWay(UUID.fromString(id));
            chat.erase(ben, id).then().statusCode(204);
            Chat.awaitTold(stream, id, "ERASED");

            late(onItsWay);
            late(Said.in(chat.show().id(), now(), subject, "again", ChatState.VISIBLE, null));
            assertThat(export()).doesNotContain("High Street").contains("again");
            assertThat(chat.texts("")).doesNotContain("my address is 1 High Street");
            chat.erase(ben, id).then().statusCode(404);
            chat.act(Chat.moderator(), id, "approve").then().statusCode(404);
        }
    }

    @Test
    void aBatchThatComesLateBringsNothingBack() {
        Instant before = now();
        ChatMessagePosted slow = Said.in(chat.show().id(), before, subject, "slow one", ChatState.VISIBLE, null);
        ChatMessagePosted hidden = Said.in(chat.show().id(), before, "eve", "rude one", ChatState.VISIBLE, null);
        lanes.accept(slow);
        lanes.accept(hidden);
        chat.act(Chat.moderator(), hidden.messageId().toString(), "hide").then().statusCode(200);
        Api.as(ben).body("{}").post("/v1/chat-erasures").then().statusCode(200);

        late(slow);
        late(hidden);
        ChatMessagePosted fresh =
                Said.in(chat.show().id(), now().plusSeconds(1), subject, "new", ChatState.VISIBLE, null);
        late(fresh);

        assertThat(chat.texts("")).containsExactly("new");
        assertThat(chat.texts("state=HIDDEN")).containsExactly("rude one");
        await().atMost(Chat.PATIENCE)
                .until(() -> lanes.find(chat.show().id(), hidden.messageId()).isEmpty());
    }

    @Test
    void allThatSomebodyWroteGoesFromEverySessionFromTheTimelineAndTheScreens() {
        Chat other = Chat.live();
        String pinned = chat.say(ben, "I am Ben of High Street");
        String elsewhere = other.say(ben, "me again");
        String eves = chat.say(Tokens.customer("eve-" + subject), "hello");
        chat.awaitStored(pinned);
        other.awaitStored(elsewhere);
        chat.awaitStored(eves);
        chat.pin(chat.host(), pinned).then().statusCode(200);
        String author = chat.history("").getString("items[0].author.id");

        try (SseReader stream = chat.stream()) {
            Api.as(Tokens.customer("eve-" + subject))
                    .body(Map.of("customerId", subject))
                    .post("/v1/chat-erasures")
                    .then()
                    .statusCode(403);
            Api.as(Tokens.operator())
                    .body(Map.of("customerId", subject))
                    .post("/v1/chat-erasures")
                    .then()
                    .statusCode(200)
                    .body("messages", equalTo(2));

            await().atMost(Chat.PATIENCE)
                    .until(() -> Chat.told(stream).stream()
                            .anyMatch(
                                    item -> author.equals(item.get("authorId")) && "ERASED".equals(item.get("state"))));
        }
        assertThat(chat.texts("")).containsExactly("hello");
        assertThat(other.texts("")).isEmpty();
        assertThat(export()).contains("hello").doesNotContain("High Street").doesNotContain(subject);
        assertThat(chat.show().timeline().toString())
                .doesNotContain("High Street")
                .contains("chat-message-unpinned");
        assertThat(chat.show().state().<Object>get("chat.pinnedMessage")).isNull();
        await().atMost(Chat.PATIENCE).until(() -> lanes.sessionsOf(subject).isEmpty());
        chat.say(ben, "a new start");
    }

    @Test
    void aMessageThatComesTwiceIsStoredOnce() {
        ChatMessagePosted message = Said.in(chat.show().id(), now(), subject, "only once", ChatState.VISIBLE, null);
        Events.send(message, message.messageId());
        Events.send(message, message.messageId());
        chat.awaitStored(message.messageId().toString());
        late(message);
        late(message, message);

        assertThat(chat.texts("")).containsExactly("only once");
    }

    @Test
    void whatWasSaidInARehearsalIsForgottenAlsoWhatIsStoredLate() {
        Chat rehearsal = new Chat(Show.scheduled(Goods.some()).rehearse());
        rehearsal.show().command("start").then().statusCode(200);
        String said = rehearsal.say(rehearsal.host(), "the price will be nine pounds");
        rehearsal.awaitStored(said);
        rehearsal.pin(rehearsal.host(), said).then().statusCode(200);
        ChatMessagePosted slow = Said.in(rehearsal.show().id(), now(), subject, "slow one", ChatState.VISIBLE, null);

        rehearsal.show().command("end").then().statusCode(200);
        late(slow);

        assertThat(rehearsal.texts("")).isEmpty();
        assertThat(Api.as(rehearsal.host())
                        .get(rehearsal.show().path("/timeline"))
                        .asString())
                .contains("chat-message-pinned")
                .doesNotContain("nine pounds");
    }

    @Test
    void theExportIsTheHostsAndHasALineForEveryMessage() {
        chat.settings(chat.host(), Map.of("mode", "REVIEWED")).then().statusCode(200);
        String held = chat.say(ben, "held");
        String shown = chat.say(chat.host(), "shown");
        chat.awaitStored(held);
        chat.awaitStored(shown);

        assertThat(export().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\":"));
        assertThat(export()).contains("\"HELD\"", "\"VISIBLE\"", "offsetMillis").doesNotContain(subject);
        for (String token : List.of(ben, Chat.moderator())) {
            Api.as(token).get(chat.show().path("/chat-export")).then().statusCode(403);
        }
        Api.as(Tokens.operator())
                .get(chat.show().path("/chat-export"))
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson");
    }

    private String export() {
        return Api.as(chat.host())
                .get(chat.show().path("/chat-export"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private ChatMessagePosted awaitOnItsWay(UUID id) {
        await().atMost(Chat.PATIENCE)
                .until(() -> lanes.find(chat.show().id(), id).isPresent());
        return lanes.find(chat.show().id(), id).orElseThrow();
    }

    /** As the group's consumer takes them. */
    private void late(ChatMessagePosted... batch) {
        List<ReceivedEvent> received = List.of(batch).stream()
                .map(message -> new ReceivedEvent(message.messageId(), message.postedAt(), message))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> store.onAll(received));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
