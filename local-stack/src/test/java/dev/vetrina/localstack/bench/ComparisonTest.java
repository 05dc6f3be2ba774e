package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vetrina.localstack.bench.Side.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final List<Round> rounds = new ArrayList<>();

    @Test
    void theRateOfASideIsTheMedianOfItsClosedRounds() {
        closed(Side.DIRECT, 100, 90, 110);
        closed(Side.GATEWAY, 55, 50, 20);

        assertThat(comparison().perSecond(Side.DIRECT)).isEqualTo(100);
        assertThat(comparison().perSecond(Side.GATEWAY)).isEqualTo(50);
        assertThat(comparison().ratio()).isEqualTo(0.5);
    }

    @Test
    void theMedianOfTwoRoundsLiesBetweenThem() {
        closed(Side.DIRECT, 100, 120);

        assertThat(comparison().perSecond(Side.DIRECT)).isEqualTo(110);
    }

    @Test
    void aBaselineThatChangesByAQuarterStillCounts() {
        closed(Side.DIRECT, 100, 125, 110);

        assertThat(comparison().baselineSpread()).isCloseTo(0.25, within(1e-9));
        assertThat(comparison().flaws()).isEmpty();
    }

    @Test
    void aBaselineThatChangesByMoreMakesTheRunVoid() {
        closed(Side.DIRECT, 100, 126, 110);

        assertThat(comparison().flaws())
                .containsExactly("The baseline of read changed by 26 % from round to round, and may by 25 %.");
    }

    @Test
    void theGatewayMayChangeByMuch() {
        closed(Side.DIRECT, 100, 100);
        closed(Side.GATEWAY, 10, 90);

        assertThat(comparison().flaws()).isEmpty();
    }

    @Test
    void aBaselineThatDoesNothingMakesTheRunVoid() {
        closed(Side.DIRECT, 0, 0, 0);

        assertThat(comparison().flaws()).containsExactly("The baseline of read did nothing in one of its rounds.");
    }

    @Test
    void failuresDoNotCountAsWorkDoneAndMakeTheRunVoid() {
        closed(Side.DIRECT, 100, 100);
        rounds.add(round(Loop.CLOSED, Side.GATEWAY, Collections.nCopies(50, new Sample(0, 1, 503))));

        assertThat(comparison().perSecond(Side.GATEWAY)).isZero();
        assertThat(comparison().flaws()).containsExactly("50 of 250 requests of read failed.");
    }

    @Test
    void whatEndsAfterTheRoundIsNotWorkDoneInIt() {
        rounds.add(round(
                Loop.CLOSED,
                Side.DIRECT,
                List.of(new Sample(0, 1_000_000_000, 200), new Sample(0, 1_000_000_001, 200))));

        assertThat(comparison().perSecond(Side.DIRECT)).isEqualTo(1);
    }

    @Test
    void latenciesAreThoseOfAllOpenRoundsOfASide() {
        closed(Side.DIRECT, 10);
        rounds.add(open(Side.DIRECT, 1, 50));
        rounds.add(open(Side.GATEWAY, 1000, 1001));
        rounds.add(open(Side.DIRECT, 51, 100));

        assertThat(comparison().latencies(Side.DIRECT).millis(0.50)).isEqualTo(50);
        assertThat(comparison().latencies(Side.DIRECT).millis(0.99)).isEqualTo(99);
        assertThat(comparison().latencies(Side.DIRECT).millis(1)).isEqualTo(100);
    }

    private Comparison comparison() {
        return new Comparison("read", rounds);
    }

    private void closed(Side side, int... rates) {
        for (int rate : rates) {
            rounds.add(round(Loop.CLOSED, side, Collections.nCopies(rate, new Sample(0, 1, 200))));
        }
    }

    private static Round open(Side side, long fromMillis, long toMillis) {
        return round(
                Loop.OPEN,
                side,
                LongStream.rangeClosed(fromMillis, toMillis)
                        .mapToObj(millis -> new Sample(0, millis * 1_000_000, 200))
                        .toList());
    }

    private static Round round(Loop loop, Side side, List<Sample> samples) {
        return new Round(
                "read", loop, new Turn(side, 1), Duration.ofSeconds(1), 0, 200, samples, OptionalDouble.empty());
    }
}
