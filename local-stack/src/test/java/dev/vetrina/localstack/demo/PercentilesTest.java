package dev.vetrina.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        Percentiles hundred = new Percentiles(IntStream.rangeClosed(1, 100)
                .mapToObj(number -> Duration.ofMillis(101 - number))
                .toList());

        assertThat(hundred.millis(0.50)).isEqualTo(50);
        assertThat(hundred.millis(0.99)).isEqualTo(99);
        assertThat(hundred.millis(1)).isEqualTo(100);
        assertThat(hundred.millis(0)).isEqualTo(1);
    }

    @Test
    void oneValueIsEveryPercentile() {
        assertThat(new Percentiles(List.of(Duration.ofMillis(7))).millis(0.99)).isEqualTo(7);
    }

    @Test
    void nothingMeasuredIsZero() {
        assertThat(new Percentiles(List.of()).millis(0.5)).isZero();
    }
}
