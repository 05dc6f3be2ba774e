package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.Map;

/** Launches the market that the show sells in, stage by stage; nothing happens where it is open already. */
final class MarketOpening {

    private static final String PATH = "/v1/markets/" + DemoOptions.MARKET;
    /** A stage takes effect two seconds after it was announced, on every service alike. */
    private static final Duration STAGE_LIMIT = Duration.ofSeconds(20);

    private final RestApi api;
    private final SignIn signIn;

    MarketOpening(RestApi api, SignIn signIn) {
        this.api = api;
        this.signIn = signIn;
    }

    void open() {
        String stage = stageInForce();
        while (!stage.equals("LAUNCHED")) {
            String next = switch (stage) {
                case "PLANNED" -> "PILOT";
                case "PILOT", "PAUSED" -> "LAUNCHED";
                default ->
                    throw new StackFailure("Market " + DemoOptions.MARKET + " is " + stage
                            + " and cannot be opened again: start with ./vetrina demo --fresh.");
            };
            api.require(Call.post(PATH + "/stage").as(signIn.token("operator")).json(Map.of("stage", next)));
            stage = Waiting.until(
                    "market " + DemoOptions.MARKET + " is " + next, STAGE_LIMIT, this::stageInForce, next::equals);
        }
    }

    /** A stage that was announced by somebody else counts once it is in force. */
    private String stageInForce() {
        JsonNode market = api.require(Call.get(PATH)).body();
        return market.path("stage").asText();
    }
}
