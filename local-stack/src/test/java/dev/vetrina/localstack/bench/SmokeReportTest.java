package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.bench.Side.Turn;
import dev.vetrina.localstack.http.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmokeReportTest {

    @Test
    void theFiguresAreOneJsonObject() {
        BenchmarkResult result = new SmokeReport(
                        List.of(twiceAsFast("read"), twiceAsFast("order")), 1.234, OptionalDouble.of(0.125))
                .result();

        assertThat(Json.read(result.json())).isEqualTo(Json.read("""
                {"benchmark":"smoke","readRatio":0.5,"orderRatio":0.5,
                 "readDirectPerSecond":200,"readGatewayPerSecond":100,
                 "orderDirectPerSecond":200,"orderGatewayPerSecond":100,
                 "readDirectMillisP50":3.0,"readDirectMillisP99":3.0,
                 "readGatewayMillisP50":3.0,"readGatewayMillisP99":3.0,
                 "orderDirectMillisP50":3.0,"orderDirectMillisP99":3.0,
                 "orderGatewayMillisP50":3.0,"orderGatewayMillisP99":3.0,
                 "fsyncMillis":1.23,"stolenPercent":12.5,"void":false}
                """));
    }

    @Test
    void whatTheSystemDoesNotTellIsNull() {
        BenchmarkResult result = new SmokeReport(List.of(twiceAsFast("read")), 1, OptionalDouble.empty()).result();

        assertThat(Json.read(result.json()).path("stolenPercent").isNull()).isTrue();
    }

    @Test
    void aFlawOfOneOperationMakesTheRunVoid() {
        Comparison dead = new Comparison(
                "order",
                List.of(round("order", Loop.CLOSED, Side.DIRECT, 0), round("order", Loop.CLOSED, Side.GATEWAY, 0)));

        BenchmarkResult result =
                new SmokeReport(List.of(twiceAsFast("read"), dead), 1, OptionalDouble.empty()).result();

        assertThat(result.isVoid()).isTrue();
        assertThat(Json.read(result.json()).path("void").asBoolean()).isTrue();
    }

    private static Comparison twiceAsFast(String operation) {
        return new Comparison(
                operation,
                Stream.of(Loop.CLOSED, Loop.OPEN)
                        .flatMap(loop -> Stream.of(
                                round(operation, loop, Side.DIRECT, 200), round(operation, loop, Side.GATEWAY, 100)))
                        .toList());
    }

    private static Round round(String operation, Loop loop, Side side, int requests) {
        List<Sample> samples = Collections.nCopies(requests, new Sample(0, 3_000_000, 200));
        return new Round(
                operation, loop, new Turn(side, 1), Duration.ofSeconds(1), 0, 200, samples, OptionalDouble.empty());
    }
}
