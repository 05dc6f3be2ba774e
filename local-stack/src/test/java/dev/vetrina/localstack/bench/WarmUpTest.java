package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void itGoesOnAsLongAsEveryPartIsFaster() {
        assertThat(after(100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000).goesOn())
                .isTrue();
    }

    @Test
    void itEndsOnceFourPartsInARowAreHardlyFasterThanTheBest() {
        assertThat(after(100, 200, 300, 400, 500, 505, 510, 490).goesOn()).isTrue();
        assertThat(after(100, 200, 300, 400, 500, 505, 510, 490, 512).goesOn()).isFalse();
    }

    @Test
    void aSlowMomentAloneDoesNotEndIt() {
        assertThat(after(100, 200, 300, 400, 500, 350, 360, 370, 600).goesOn()).isTrue();
    }

    @Test
    void itTakesEightPartsHoweverSteadyTheyAre() {
        assertThat(after(100, 100, 100, 100, 100, 100, 100).goesOn()).isTrue();
        assertThat(after(100, 100, 100, 100, 100, 100, 100, 100).goesOn()).isFalse();
    }

    @Test
    void itEndsThoughItNeverGetsSteady() {
        assertThat(after(DoubleStream.iterate(1, rate -> rate * 2).limit(24).toArray())
                        .goesOn())
                .isFalse();
    }

    private static WarmUp after(double... rates) {
        WarmUp warmUp = new WarmUp(8, 4, 24);
        for (double rate : rates) {
            warmUp.add(rate);
        }
        return warmUp;
    }
}
