package dev.vetrina.localstack.bench.siege;

import dev.vetrina.localstack.demo.Percentiles;

/**
 * What one attack did to the client beside it.
 *
 * @param failed requests of the other client that were not answered with 200
 * @param opened connections of the attack
 * @param lost connections of the attack that the gateway closed
 * @param gatewayMegabytes the gateway's proportional share of memory at the end
 */
record SiegeRound(Attack attack, Percentiles latencies, int failed, int opened, int lost, double gatewayMegabytes) {}
