package dev.vetrina.live.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.chat.ChatItem.Gone;
import dev.vetrina.live.chat.ChatItem.Shown;
import dev.vetrina.live.moderation.AnotherInstance;
import dev.vetrina.live.moderation.Rooms;
import dev.vetrina.live.tail.TopicTail;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Instances share nothing but Kafka and the database. */
@QuarkusTest
class TwoInstancesTest {

    private static final String PROBE = "is anybody there?";

    @Inject
    KafkaConnection kafka;

    @Inject
    Clock clock;

    @Inject
    ChatConfig config;

    @Inject
    AnotherInstance another;

    /** What the streams of one instance are told. */
    private final class Instance {
        private final Lanes lanes = new Lanes(clock);
        private final UUID sessionId;
        private final List<Object> told = new ArrayList<>();

        Instance(UUID sessionId) {
            this.sessionId = sessionId;
        }

        boolean shows(String text) {
            told.addAll(lanes.take(sessionId));
            return texts().contains(text);
        }

        boolean tookOff(String id) {
            told.addAll(lanes.take(sessionId));
            return told.stream()
                    .anyMatch(item ->
                            item instanceof Gone gone && gone.id().toString().equals(id));
        }

        List<String> texts() {
            return told.stream()
                    .flatMap(item -> item instanceof Shown shown ? Stream.of(shown.text()) : Stream.empty())
                    .toList();
        }
    }

    @Test
    void everyInstanceShowsTheSameInTheSameOrder() {
        Chat chat = Chat.live();
        Instance one = new Instance(chat.show().id());
        Instance other = new Instance(chat.show().id());

        try (TopicTail _ = TopicTail.start(kafka, Topics.LIVE_CHAT, one.lanes::accept);
                TopicTail _ = TopicTail.start(kafka, Topics.LIVE_CHAT, other.lanes::accept)) {
            awaitBothRead(chat, one, other);
            String rude = chat.say(Chat.viewer(), "rude");
            await().atMost(Chat.PATIENCE).until(() -> one.shows("rude") && other.shows("rude"));
            for (int i = 0; i < 20; i++) {
                chat.say(Chat.viewer(), "message " + i);
            }
            chat.act(chat.host(), rude, "hide").then().statusCode(200);

            await().atMost(Chat.PATIENCE)
                    .until(() -> one.tookOff(rude)
                            && other.tookOff(rude)
                            && one.shows("message 19")
                            && other.shows("message 19"));
            assertThat(afterProbes(one))
                    .isEqualTo(afterProbes(other))
                    .hasSize(21)
                    .startsWith("rude", "message 0", "message 1");
        }
    }

    @Test
    void whoIsMutedOnOneInstanceIsMutedOnTheOtherByTheEventAlone() {
        Chat chat = Chat.live();
        UUID session = chat.show().id();
        String viewer = "viewer-" + UUID.randomUUID();
        Rooms rules = another.rooms();
        Lanes lanes = new Lanes(clock);
        ChatTail tail = new ChatTail(lanes, new Paces(config, clock), rules, kafka);
        tail.start(new StartupEvent());
        try {
            await().atMost(Chat.PATIENCE).until(() -> {
                chat.say(Chat.viewer(), PROBE);
                return !lanes.take(session).isEmpty();
            });
            String message = chat.say(Tokens.customer(viewer), "first");
            chat.awaitStored(message);
            assertThat(isMuted(rules, session, viewer)).isFalse();

            String sanction = chat.sanction(
                            chat.host(), Map.of("messageId", message, "kind", "MUTE", "durationSeconds", 600))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            await().atMost(Chat.PATIENCE).until(() -> isMuted(rules, session, viewer));

            Api.as(chat.host())
                    .post(chat.show().path("/chat-sanctions/" + sanction + "/lift"))
                    .then()
                    .statusCode(200);
            await().atMost(Chat.PATIENCE).until(() -> !isMuted(rules, session, viewer));
        } finally {
            tail.stop(new ShutdownEvent());
        }
    }

    private static boolean isMuted(Rooms rules, UUID session, String viewer) {
        try {
            rules.requireMayWrite(session, viewer);
            return false;
        } catch (ProblemException refused) {
            return refused.code().equals("muted");
        }
    }

    /** A tail begins at the end of the topic: what is written before it has begun tells it nothing. */
    private static void awaitBothRead(Chat chat, Instance one, Instance other) {
        await().atMost(Chat.PATIENCE).until(() -> {
            chat.say(Chat.viewer(), PROBE);
            return one.shows(PROBE) && other.shows(PROBE);
        });
    }

    private static List<String> afterProbes(Instance instance) {
        return instance.texts().stream().filter(text -> !text.equals(PROBE)).toList();
    }
}
