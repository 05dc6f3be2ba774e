package dev.vetrina.localstack.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayReportTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<GatewayRound> rounds = new ArrayList<>();

    @BeforeEach
    void measured() {
        rush(Fronts.OWN, Errand.GET, 3_000, 5_000, 4_000);
        rush(Nginx.NAME, Errand.GET, 10_000, 10_000, 10_000);
        rush(SpringCloudGateway.NAME, Errand.GET, 2_000, 2_000, 2_000);
        rush(SpringCloudGateway.WITH_TOKENS, Errand.GET, 800, 800, 800);
        rush(Fronts.OWN, Errand.POST, 3_000, 3_000, 3_000);
        rush(Nginx.NAME, Errand.POST, 10_000, 10_000, 10_000);
        rush(SpringCloudGateway.NAME, Errand.POST, 1_000, 1_000, 1_000);
        rush(SpringCloudGateway.WITH_TOKENS, Errand.POST, 1_000, 1_000, 1_000);
        rush(Fronts.OWN, Errand.CACHED, 11_000, 11_000, 11_000);
        rush(Nginx.NAME, Errand.CACHED, 10_000, 10_000, 10_000);
        calm("service", 200);
        calm(Fronts.OWN, 900);
    }

    @Test
    void ofGetAndPostTheWorseOneCounts() {
        JsonNode json = json();

        assertThat(json.path("ratioToNginx").asDouble()).isEqualTo(0.3);
        assertThat(json.path("getRatioToNginx").asDouble()).isEqualTo(0.4);
        assertThat(json.path("ratioToSpringCloudGateway").asDouble()).isEqualTo(2.0);
        assertThat(json.path("ratioToSpringCloudGatewayWithTokens").asDouble()).isEqualTo(3.0);
        assertThat(json.path("cachedRatioToNginx").asDouble()).isEqualTo(1.1);
        assertThat(json.path("void").asBoolean()).isFalse();
    }

    @Test
    void whatTheGatewayAddsIsMeasuredAgainstTheServiceItself() {
        assertThat(json().path("addedP50Ms").asDouble()).isCloseTo(0.7, within(0.005));
    }

    @Test
    void anNginxThatChangesFromRoundToRoundMakesTheRunVoid() {
        rush(Nginx.NAME, Errand.POST, 13_000);

        BenchmarkResult result = result();

        assertThat(result.flaws())
                .singleElement()
                .asString()
                .contains("nginx")
                .contains("30 %")
                .contains("post");
        assertThat(result.harm()).isEmpty();
        assertThat(Json.read(result.json()).path("void").asBoolean()).isTrue();
    }

    @Test
    void whoAnswersSomethingElseWasNotMeasuredAtItsWork() {
        rounds.add(
                new GatewayRound(Fronts.OWN, Errand.GET, SECOND, 0, new Traffic.Outcome(3_999, 1, new Histogram(3))));

        BenchmarkResult result = result();

        assertThat(result.harm()).containsExactly("1 requests of get to vetrina failed, beside 3999 that did not.");
        assertThat(result.isVoid()).isTrue();
    }

    @Test
    void whatWasNotMeasuredIsNoNumber() {
        rounds.clear();

        BenchmarkResult result = result();

        assertThat(Json.read(result.json()).path("ratioToNginx").isNull()).isTrue();
    }

    private BenchmarkResult result() {
        return new GatewayReport(new GatewayFigures(rounds), "service", OptionalDouble.empty()).result();
    }

    private JsonNode json() {
        return Json.read(result().json());
    }

    private void rush(String front, Errand errand, long... done) {
        for (long each : done) {
            rounds.add(new GatewayRound(front, errand, SECOND, 0, new Traffic.Outcome(each, 0, new Histogram(3))));
        }
    }

    private void calm(String front, long micros) {
        Histogram histogram = new Histogram(3);
        histogram.recordValue(micros);
        rounds.add(new GatewayRound(front, Errand.GET, SECOND, 100, new Traffic.Outcome(1, 0, histogram)));
    }
}
