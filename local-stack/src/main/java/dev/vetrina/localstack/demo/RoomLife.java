package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Some of the viewers write, react and enter a giveaway while the show goes on. */
final class RoomLife implements AutoCloseable {

    private static final int LIVELY = 30;
    private static final int REACTIONS_EACH = 3;
    private static final int WINNERS = 2;
    private static final int ENTRY_SECONDS = 15;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final RestApi api;
    private final SignIn signIn;
    private final String session;
    private final Crowd crowd = new Crowd();
    private final List<String> written = new ArrayList<>();
    private final List<String> entered = new ArrayList<>();
    private final AtomicLong reactionsTaken = new AtomicLong();
    private final AtomicLong reactionsUnsure = new AtomicLong();
    private final String giveaway;
    private final String promised;

    private RoomLife(RestApi api, SignIn signIn, UUID session) {
        this.api = api;
        this.signIn = signIn;
        this.session = "/v1/sessions/" + session;
        JsonNode announced = api.require(Call.post(this.session + "/giveaways")
                        .as(signIn.token(Host.ACCOUNT))
                        .key(UUID.randomUUID().toString())
                        .json(Map.of(
                                "prize",
                                "A jumper of your choice",
                                "winners",
                                WINNERS,
                                "entrySeconds",
                                ENTRY_SECONDS,
                                "drawSeconds",
                                0)))
                .body();
        this.giveaway = this.session + "/giveaways/" + announced.path("id").asText();
        this.promised = announced.path("commitment").asText();
    }

    /** The host announces a giveaway, and the first of the viewers begin. */
    static RoomLife begin(RestApi api, SignIn signIn, UUID session, int viewers) {
        RoomLife life = new RoomLife(api, signIn, session);
        for (int number = 1; number <= Math.min(viewers, LIVELY); number++) {
            int viewer = number;
            life.crowd.add(() -> life.live(viewer));
        }
        return life;
    }

    private void live(int number) {
        String token = signIn.token(BuyerPlan.account(number));
        write(token, "Greetings from viewer " + number + "!");
        for (int i = 0; i < REACTIONS_EACH; i++) {
            react(token, i % 2 == 0 ? "HEART" : "FIRE");
        }
        enter(token);
    }

    /** Who comes too late on a slow machine has no entry, and the draw is among the others. */
    private void enter(String token) {
        Answer answer = api.send(Call.post(giveaway + "/entries")
                .as(token)
                .json(Map.of("nonce", UUID.randomUUID().toString())));
        if (answer.succeeded()) {
            synchronized (entered) {
                entered.add(answer.body().path("nonce").asText());
            }
        } else if (!answer.code().equals("giveaway-closed")) {
            throw new StackFailure("An entry was refused: " + answer.summary());
        }
    }

    /** With a key, so that it stands in the chat once however often it is sent. */
    private void write(String token, String text) {
        Answer answer = api.require(Call.post(session + "/chat-messages")
                .as(token)
                .key(UUID.randomUUID().toString())
                .json(Map.of("text", text)));
        synchronized (written) {
            written.add(answer.body().path("text").asText());
        }
    }

    /** Sent once: a reaction that is repeated counts again. */
    private void react(String token, String kind) {
        Answer answer = api.once(Call.post(session + "/reactions").as(token).json(Map.of("kind", kind)));
        if (answer.succeeded()) {
            reactionsTaken.incrementAndGet();
        } else if (answer.isWorthRepeating()) {
            reactionsUnsure.incrementAndGet();
        } else {
            throw new StackFailure("A reaction was refused: " + answer.summary());
        }
    }

    /** Until everybody has done what they wanted and the giveaway is drawn. */
    void awaitEnd() {
        int late = crowd.join(LIMIT);
        if (late > 0 || !crowd.failures().isEmpty()) {
            throw new StackFailure("Viewers could not take part: " + late + " were late, " + crowd.failures());
        }
        var _ = Waiting.atMost(LIMIT, this::drawStatus, "DRAWN"::equals);
    }

    private String drawStatus() {
        return api.require(Call.get(giveaway)).body().path("status").asText();
    }

    /** Looks everything up, as anybody could; the figures of the statistics as its host. */
    RoomFound found() {
        return Waiting.atMost(LIMIT, this::look, found -> RoomCheck.of(found).isEmpty());
    }

    private RoomFound look() {
        List<String> read = api.all(Call.get(session + "/chat-messages")).stream()
                .map(message -> message.path("text").asText())
                .toList();
        JsonNode reactions = api.require(Call.get(session + "/statistics").as(signIn.token(Host.ACCOUNT)))
                .body()
                .path("reactions");
        long counted = 0;
        for (JsonNode kind : reactions) {
            counted += kind.asLong();
        }
        return new RoomFound(
                List.copyOf(written),
                read,
                reactionsTaken.get(),
                reactionsUnsure.get(),
                counted,
                List.copyOf(entered),
                Optional.of(DrawFound.of(
                        promised, api.require(Call.get(giveaway)).body(), api.all(Call.get(giveaway + "/entries")))));
    }

    @Override
    public void close() {
        crowd.close();
    }
}
