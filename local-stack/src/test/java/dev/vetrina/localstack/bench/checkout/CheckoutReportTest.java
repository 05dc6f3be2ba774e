package dev.vetrina.localstack.bench.checkout;

import static dev.vetrina.localstack.bench.checkout.SaleRoundTest.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.audit.AuditFinding;
import dev.vetrina.localstack.audit.AuditFinding.Harm;
import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.audit.SalesAudit;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.http.Json;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckoutReportTest {

    private static final SalesAudit SOUND = new SalesAudit(List.of());

    @Test
    void theFiguresAreOneJsonObject() {
        BenchmarkResult result = report(SOUND, 0);

        assertThat(result.isVoid()).isFalse();
        JsonNode json = Json.read(result.json());
        assertThat(json.path("ordersPerSecond").asInt()).isEqualTo(2);
        assertThat(json.path("hotRowBest").asInt()).isEqualTo(4);
        assertThat(json.path("hotRow64").asInt()).isEqualTo(1);
        assertThat(json.path("ratio").asDouble()).isEqualTo(0.5);
        assertThat(json.path("ratioSameClients").asDouble()).isEqualTo(2);
        assertThat(json.path("millisP50").asDouble()).isEqualTo(250);
        assertThat(json.path("millisP99").asDouble()).isEqualTo(250);
        assertThat(json.path("answers")).isEqualTo(Json.read("{\"out-of-stock\":1,\"paid\":1}"));
        assertThat(json.path("baselineProgram").asText()).isEqualTo("pgbench");
        List.of("oversold", "lost", "doubleCharged", "deadlocks")
                .forEach(name -> assertThat(json.path(name)).isEqualTo(Json.read("0")));
    }

    @Test
    void aRatioOfNothingIsNullAndNotZero() {
        BenchmarkResult result = report(new CheckoutFigures(), SalesJudgement.of(SOUND), 0);

        JsonNode json = Json.read(result.json());
        List.of("ratio", "ratioSameClients", "flatness").forEach(name -> {
            assertThat(json.has(name)).isTrue();
            assertThat(json.path(name).isNull()).isTrue();
        });
        assertThat(result.table())
                .containsPattern("of the best baseline +-\\n")
                .containsPattern("of the baseline's 64 clients +-\\n")
                .containsPattern("512 buyers of 128 +-\\n")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @Test
    void aRateOfNothingBesideOneThatExistsIsZero() {
        CheckoutFigures nothingSold = new CheckoutFigures();
        nothingSold.baseline(1, 4);

        JsonNode json =
                Json.read(report(nothingSold, SalesJudgement.of(SOUND), 0).json());

        assertThat(json.path("ratio")).isEqualTo(Json.read("0.0"));
    }

    @ParameterizedTest
    @EnumSource
    void anyFindingOfTheAuditIsHarmAndMakesTheRunVoid(Kind kind) {
        AuditFinding finding = new AuditFinding(kind, "order 1", "one thing", "another");

        BenchmarkResult result = report(new SalesAudit(List.of(finding)), 0);

        assertThat(result.isVoid()).isTrue();
        assertThat(result.flaws()).isEmpty();
        assertThat(result.harm().getFirst()).contains("WRONG").contains("findings of all kinds 1");
        assertThat(result.harm()).anyMatch(sentence -> sentence.contains(finding.toString()));
        JsonNode json = Json.read(result.json());
        assertThat(json.path("void").asBoolean()).isTrue();
        assertThat(json.path("oversold").asLong()).isEqualTo(kind.harm() == Harm.OVERSOLD ? 1 : 0);
        assertThat(json.path("lost").asLong()).isEqualTo(kind.harm() == Harm.LOST ? 1 : 0);
        assertThat(json.path("doubleCharged").asLong()).isEqualTo(kind.harm() == Harm.DOUBLE_CHARGED ? 1 : 0);
    }

    @Test
    void aDeadlockIsHarm() {
        BenchmarkResult result = report(SOUND, 1);

        assertThat(result.isVoid()).isTrue();
        assertThat(result.harm()).containsExactly("PostgreSQL counted 1 deadlocks, and none may be.");
    }

    @Test
    void aBaselineThatWasDisturbedMakesTheRunVoidAndIsNoHarm() {
        CheckoutFigures disturbed = figures();
        disturbed.baseline(1, 8);

        BenchmarkResult result = report(disturbed, SalesJudgement.of(SOUND), 0);

        assertThat(result.isVoid()).isTrue();
        assertThat(result.flaws()).hasSize(1);
        assertThat(result.harm()).isEmpty();
    }

    @Test
    void whereNothingCouldBeAuditedNothingIsSaidToBeRight() {
        BenchmarkResult result = report(new SalesJudgement(null, "Kafka is away."), 0);

        assertThat(result.harm()).containsExactly("Kafka is away.");
        List.of("oversold", "lost", "doubleCharged")
                .forEach(name ->
                        assertThat(Json.read(result.json()).path(name).isNull()).isTrue());
    }

    private static BenchmarkResult report(SalesAudit audit, long deadlocks) {
        return report(SalesJudgement.of(audit), deadlocks);
    }

    private static BenchmarkResult report(SalesJudgement judgement, long deadlocks) {
        return report(figures(), judgement, deadlocks);
    }

    private static CheckoutFigures figures() {
        CheckoutFigures figures = new CheckoutFigures();
        figures.baseline(1, 4);
        figures.baseline(64, 1);
        figures.round(
                new SaleRound("hot", 256, List.of(purchase(0, 500, Purchase.PAID), purchase(0, 900, "out-of-stock"))));
        return figures;
    }

    private static BenchmarkResult report(CheckoutFigures figures, SalesJudgement judgement, long deadlocks) {
        SaleRound openLoop = new SaleRound("hot", 256, List.of(purchase(0, 250, Purchase.PAID)));
        return new CheckoutReport(
                        figures,
                        openLoop,
                        judgement,
                        deadlocks,
                        PurchaseWay.ONE_CALL,
                        "pgbench",
                        0.5,
                        OptionalDouble.empty())
                .result();
    }
}
