package dev.vetrina.live.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.live.feed.SseReader;
import dev.vetrina.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is written, readers get plain lines of text, the stream stays a stream, and the service answers. */
@QuarkusTest
class AttackTest {

    private Chat chat;

    @BeforeEach
    void goLive() {
        chat = Chat.live();
    }

    /** @param shown what readers get; anything if absent */
    record Attack(
            String name,
            String text,
            @Nullable Integer times,
            String expect,
            @Nullable String shown) {

        String written() {
            return times == null ? text : text.repeat(times);
        }
    }

    @Test
    void noAttackDoesReadersHarm() throws IOException {
        chat.settings(chat.host(), Map.of("blockedKeywords", List.of("scam")))
                .then()
                .statusCode(200);

        try (SseReader stream = chat.stream()) {
            SoftAssertions outcomes = new SoftAssertions();
            Set<String> visible = new HashSet<>();
            for (Attack attack : attacks()) {
                Response answer = chat.post(Chat.viewer(), attack.written());
                outcomes.assertThat(outcome(answer)).as(attack.name()).isEqualTo(attack.expect());
                if (answer.statusCode() == 201 && attack.shown() != null) {
                    outcomes.assertThat(answer.<String>path("text"))
                            .as(attack.name())
                            .isEqualTo(attack.shown());
                }
                if ("VISIBLE".equals(outcome(answer))) {
                    visible.add(answer.path("id"));
                }
            }
            outcomes.assertAll();
            visible.forEach(id -> Chat.awaitTold(stream, id, "VISIBLE"));

            assertThat(Chat.told(stream)).allSatisfy(item -> {
                assertThat(visible).contains((String) item.get("id"));
                assertThat((String) item.get("text")).matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
                assertThat((List<?>) item.get("links")).isEmpty();
            });
            assertThat(stream.named("deal-opened")).isEmpty();
            assertThat(stream.named("pulse"))
                    .allSatisfy(pulse -> assertThat(pulse.id()).isEmpty());
        }
        assertThat(chat.show().command("pause").statusCode()).isEqualTo(200);
    }

    @Test
    void whoFloodsIsStoppedAndTheOthersAreRead() throws Exception {
        String flooder = Chat.viewer();
        try (SseReader stream = chat.stream();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> flood = IntStream.range(0, 60)
                    .mapToObj(i -> (Callable<Response>) () -> chat.post(flooder, "flood " + i))
                    .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(flood)) {
                answers.add(answer.get());
            }
            String calm = chat.say(Chat.viewer(), "I like the blue one");

            // A token of the bucket comes back every two seconds, however slow the machine is meanwhile.
            assertThat(answers.stream().map(Response::statusCode)).containsOnly(201, 429);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                    .isNotEmpty()
                    .allSatisfy(answer -> {
                        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
                        assertThat(answer.<String>path("code")).isEqualTo("too-many-messages");
                    });
            Chat.awaitTold(stream, calm, "VISIBLE");
        }
    }

    @Test
    void hugeAndBrokenBodiesAreRefused() {
        String path = chat.show().path("/chat-messages");
        assertThat(chat.post(Chat.viewer(), "x".repeat(2 << 20)).statusCode()).isEqualTo(413);
        assertThat(Api.as(Chat.viewer())
                        .body("{\"text\":\"\\ud800\"}")
                        .post(path)
                        .statusCode())
                .isEqualTo(400);
        assertThat(Api.as(Chat.viewer())
                        .body("{\"text\":\"\\u0000\"}")
                        .post(path)
                        .statusCode())
                .isEqualTo(400);
        assertThat(Api.as(Chat.viewer())
                        .body("{\"text\":[[[[[[]]]]]]}")
                        .post(path)
                        .statusCode())
                .isEqualTo(400);
        await().atMost(Chat.PATIENCE)
                .until(() -> chat.post(Chat.viewer(), "still there").statusCode() == 201);
    }

    private static String outcome(Response answer) {
        return answer.statusCode() == 201
                ? answer.path("state")
                : answer.statusCode() == 422 ? "REFUSED" : answer.statusLine();
    }

    private static List<Attack> attacks() throws IOException {
        try (InputStream file = AttackTest.class.getResourceAsStream("attacks.json")) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        }
    }
}
