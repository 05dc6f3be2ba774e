package dev.vetrina.live.chat;

import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.testkit.server.RealServers;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chat of a service whose Kafka does not answer. */
@QuarkusTest
class KafkaAwayTest {

    @Inject
    ChatTopic topic;

    @Test
    void aMessageThatKafkaDoesNotTakeIsNotAnsweredAsIfItWereAndCanBeSentAgain() {
        Chat chat = Chat.live();
        String viewer = Chat.viewer();
        chat.settings(chat.host(), Map.of("slowModeSeconds", 300)).then().statusCode(200);
        ChatTopic nobodyThere = new ChatTopic(Map.of("bootstrap.servers", "localhost:1"), "live");
        QuarkusMock.installMockForInstance(nobodyThere, topic);

        chat.post(viewer, "hello?", "the-same-key")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .contentType("application/problem+json")
                .body("code", equalTo("chat-unavailable"));

        nobodyThere.close();
        ChatTopic backAgain =
                new ChatTopic(Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()), "live");
        QuarkusMock.installMockForInstance(backAgain, topic);
        chat.post(viewer, "hello?", "the-same-key").then().statusCode(201);
        backAgain.close();
    }
}
