package dev.vetrina.localstack.bench.checkout;

import static dev.vetrina.localstack.bench.checkout.SaleRoundTest.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.checkout.SalesCheck.Wrongs;
import dev.vetrina.localstack.http.Json;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CheckoutReportTest {

    @Test
    void theFiguresAreOneJsonObject() {
        BenchmarkResult result = report(new Wrongs(0, 0, 0), 0);

        assertThat(result.isVoid()).isFalse();
        JsonNode json = Json.read(result.json());
        assertThat(json.path("ordersPerSecond").asInt()).isEqualTo(2);
        assertThat(json.path("hotRowBest").asInt()).isEqualTo(4);
        assertThat(json.path("hotRow64").asInt()).isEqualTo(1);
        assertThat(json.path("ratio").asDouble()).isEqualTo(0.5);
        assertThat(json.path("ratioSameClients").asDouble()).isEqualTo(2);
        assertThat(json.path("flatness").isNumber()).isTrue();
        assertThat(json.path("millisP50").asDouble()).isEqualTo(250);
        assertThat(json.path("millisP99").asDouble()).isEqualTo(250);
        assertThat(json.path("answers")).isEqualTo(Json.read("{\"out-of-stock\":1,\"paid\":1}"));
        assertThat(json.path("baselineProgram").asText()).isEqualTo("pgbench");
        List.of("oversold", "lost", "doubleCharged", "deadlocks")
                .forEach(name -> assertThat(json.path(name)).isEqualTo(Json.read("0")));
    }

    @Test
    void whateverWentWrongMakesTheRunVoid() {
        assertThat(report(new Wrongs(1, 0, 0), 0).isVoid()).isTrue();
        assertThat(report(new Wrongs(0, 1, 0), 0).isVoid()).isTrue();
        assertThat(report(new Wrongs(0, 0, 1), 0).isVoid()).isTrue();
        assertThat(report(new Wrongs(0, 0, 0), 1).isVoid()).isTrue();
    }

    private static BenchmarkResult report(Wrongs wrongs, long deadlocks) {
        CheckoutFigures figures = new CheckoutFigures();
        figures.baseline(1, 4);
        figures.baseline(64, 1);
        figures.round(
                new SaleRound("hot", 256, List.of(purchase(0, 500, Purchase.PAID), purchase(0, 900, "out-of-stock"))));
        SaleRound openLoop = new SaleRound("hot", 256, List.of(purchase(0, 250, Purchase.PAID)));
        return new CheckoutReport(
                        figures,
                        openLoop,
                        wrongs,
                        deadlocks,
                        PurchaseWay.ONE_CALL,
                        "pgbench",
                        0.5,
                        OptionalDouble.empty())
                .result();
    }
}
