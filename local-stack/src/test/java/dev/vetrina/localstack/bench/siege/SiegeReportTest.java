package dev.vetrina.localstack.bench.siege;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.demo.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SiegeReportTest {

    private static final OptionalLong MEGABYTES_200 = OptionalLong.of(200 << 20);

    private static final SiegeRound PEACE = round(Attack.NONE, 9, 0, 0, MEGABYTES_200);

    @Test
    void everyAttackHasItsFigures() {
        BenchmarkResult result = report(round(Attack.SLOW_HEADS, 9, 0, 2_000, MEGABYTES_200));

        assertThat(result.isVoid()).isFalse();
        assertThat(result.table()).contains("none", "slow heads");
        assertThat(result.json())
                .contains(
                        "\"slowHeads\":{\"millisP50\":2.0,\"millisP99\":9.0,\"held\":2000,\"opened\":2010,\"closed\":7,"
                                + "\"failed\":0,\"gatewayMegabytes\":200}");
    }

    @Test
    void aRequestThatFailedIsHarm() {
        assertThat(report(round(Attack.IDLE, 9, 3, 10_000, MEGABYTES_200)).harm())
                .containsExactly("Beside idle 3 requests of another client failed.");
    }

    @Test
    void aSiegeThatWasNotLaidIsAFlaw() {
        assertThat(report(round(Attack.IDLE, 9, 0, 200, MEGABYTES_200)).flaws())
                .containsExactly("Only 200 of 10000 connections of idle were held at one time.");
    }

    @Test
    void whatTheGatewayClosesAtOnceNeedNotBeHeld() {
        assertThat(report(round(Attack.MALFORMED, 9, 0, 3, MEGABYTES_200)).flaws())
                .isEmpty();
    }

    @Test
    void whoWaitsMuchLongerThanInPeaceIsHarmed() {
        assertThat(report(round(Attack.SLOW_BODIES, 4_000, 0, 2_000, MEGABYTES_200))
                        .harm())
                .containsExactly(
                        "Beside slow bodies another client waited 4000.0 ms at the 99th percentile, and 9.0 ms in peace.");
        assertThat(report(round(Attack.SLOW_BODIES, 49, 0, 2_000, MEGABYTES_200))
                        .harm())
                .isEmpty();
    }

    @Test
    void memoryThatGrowsBeyondItsBoundIsHarm() {
        assertThat(report(round(Attack.MALFORMED, 9, 0, 500, OptionalLong.of(600 << 20)))
                        .harm())
                .containsExactly("Beside malformed the gateway had 400 MB more than in peace.");
    }

    @Test
    void memoryThatTheSystemDoesNotTellIsNoFigure() {
        BenchmarkResult result = report(round(Attack.MALFORMED, 9, 0, 500, OptionalLong.empty()));

        assertThat(result.isVoid()).isFalse();
        assertThat(result.json()).contains("\"gatewayMegabytes\":null");
        assertThat(result.table()).endsWith("-" + System.lineSeparator());
    }

    private static BenchmarkResult report(SiegeRound besieged) {
        return new SiegeReport(List.of(PEACE, besieged)).result();
    }

    private static SiegeRound round(Attack attack, int slowestMillis, int failed, int held, OptionalLong gatewayBytes) {
        Percentiles latencies =
                new Percentiles(List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(slowestMillis)));
        return new SiegeRound(attack, latencies, failed, held, held + 10, 7, gatewayBytes);
    }
}
