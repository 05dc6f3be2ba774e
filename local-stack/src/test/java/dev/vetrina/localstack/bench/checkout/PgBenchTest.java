package dev.vetrina.localstack.bench.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.localstack.stack.StackFailure;
import org.junit.jupiter.api.Test;

class PgBenchTest {

    @Test
    void theRateIsWhatPgbenchSaysWithoutItsConnectionTime() {
        assertThat(PgBench.rate("""
                latency average = 0.570 ms
                initial connection time = 3.120 ms
                tps = 1749.123456 (without initial connection time)
                """)).isEqualTo(1749.123456);
    }

    @Test
    void aFailureSaysWhatPgbenchSaid() {
        assertThatThrownBy(() -> PgBench.rate("pgbench: error: connection refused"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("connection refused");
    }
}
