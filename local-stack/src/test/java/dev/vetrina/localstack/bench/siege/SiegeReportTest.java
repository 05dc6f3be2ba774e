package dev.vetrina.localstack.bench.siege;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.demo.Percentiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiegeReportTest {

    @Test
    void everyAttackHasItsFigures() {
        BenchmarkResult result = new SiegeReport(List.of(round(Attack.NONE, 0), round(Attack.SLOW_HEADS, 0))).result();

        assertThat(result.harm()).isEmpty();
        assertThat(result.table()).contains("none", "slow heads");
        assertThat(result.json())
                .contains(
                        "\"slow heads\":{\"millisP50\":2.0,\"millisP99\":9.0,\"opened\":2000,\"closed\":7,\"failed\":0,"
                                + "\"gatewayMegabytes\":200}");
    }

    @Test
    void aRequestThatFailedIsHarm() {
        assertThat(new SiegeReport(List.of(round(Attack.IDLE, 3))).result().harm())
                .containsExactly("Beside idle 3 requests of another client failed.");
    }

    private static SiegeRound round(Attack attack, int failed) {
        Percentiles latencies =
                new Percentiles(List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(9)));
        return new SiegeRound(attack, latencies, failed, 2000, 7, 200.4);
    }
}
