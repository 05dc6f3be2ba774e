package dev.vetrina.localstack.bench;

import java.util.OptionalInt;

/**
 * What only some benchmarks take.
 *
 * @param stock units of what everybody wants; chosen by the benchmark if it is not given
 * @param viewers who watch the live room; chosen by the benchmark if it is not given
 * @param twoCalls whether an order is placed first and paid then, instead of both at once
 */
public record BenchmarkOptions(OptionalInt stock, OptionalInt viewers, boolean twoCalls) {}
