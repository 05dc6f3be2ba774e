package dev.vetrina.localstack.bench.siege;

import dev.vetrina.localstack.demo.Percentiles;
import java.util.OptionalLong;

/**
 * What one attack did to the client beside it.
 *
 * @param failed requests of the other client that were not answered with 200
 * @param held the most connections of the attack at one time
 * @param opened connections of the attack, those that were opened again included
 * @param lost connections of the attack that the gateway closed
 * @param gatewayBytes the gateway's proportional share of memory at the end; empty where the system does not tell
 */
record SiegeRound(
        Attack attack, Percentiles latencies, int failed, int held, int opened, int lost, OptionalLong gatewayBytes) {

    double p99() {
        return latencies.millis(0.99);
    }

    OptionalLong gatewayMegabytes() {
        return gatewayBytes.stream()
                .map(bytes -> Math.round(bytes / 1_048_576.0))
                .findFirst();
    }
}
