package dev.vetrina.gateway.shedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.Settings;
import dev.vetrina.gateway.web.RequestClass;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PressureTest {

    private final Pressure pressure = new Pressure(Settings.of(
            SheddingSettings.class,
            Map.of(
                    "vetrina.shedding.initial-in-flight", "40",
                    "vetrina.shedding.min-in-flight", "8",
                    "vetrina.shedding.max-in-flight", "100")));

    @Test
    void browsingIsGivenUpFirstThenChangesAndCheckoutLast() {
        assertThat(admitted(RequestClass.READ, 100)).isEqualTo(30);
        assertThat(pressure.admits(RequestClass.IMPORT)).isFalse();
        assertThat(admitted(RequestClass.WRITE, 100)).isEqualTo(10);
        assertThat(pressure.admits(RequestClass.WRITE)).isFalse();
        assertThat(admitted(RequestClass.CHECKOUT, 100)).isEqualTo(60);
        assertThat(pressure.inFlight()).isEqualTo(100);
    }

    @Test
    void theLimitShrinksWithAnswersThatDoNotComeOrComeLateAndNeverBelowItsMinimum() {
        end(RequestClass.READ, Duration.ofMillis(5), true);
        assertThat(pressure.limit()).isEqualTo(36);
        end(RequestClass.READ, Duration.ofSeconds(6), false);
        assertThat(pressure.limit()).isEqualTo(32);
        pressure.loopWasLate();
        assertThat(pressure.limit()).isLessThan(32);
        for (int i = 0; i < 100; i++) {
            end(RequestClass.READ, Duration.ZERO, true);
        }
        assertThat(pressure.limit()).isEqualTo(8);
        assertThat(admitted(RequestClass.CHECKOUT, 200)).isEqualTo(100);
    }

    @Test
    void itGrowsAgainWhileItIsUsedAndAnswersComeInTime() {
        for (int i = 0; i < 100; i++) {
            end(RequestClass.READ, Duration.ZERO, true);
        }
        assertThat(admitted(RequestClass.READ, 6)).isEqualTo(6);
        pressure.left(RequestClass.READ, 1_000_000, false);
        assertThat(pressure.limit()).isEqualTo(9);
    }

    @Test
    void aPaymentThatTakesItsTimeIsNoPressure() {
        end(RequestClass.CHECKOUT, Duration.ofSeconds(20), false);
        end(RequestClass.IMPORT, Duration.ofSeconds(100), false);
        end(RequestClass.PROVIDER, Duration.ofSeconds(20), true);
        assertThat(pressure.limit()).isEqualTo(40);
    }

    private int admitted(RequestClass asked, int times) {
        int admitted = 0;
        for (int i = 0; i < times; i++) {
            admitted += pressure.admits(asked) ? 1 : 0;
        }
        return admitted;
    }

    private void end(RequestClass asked, Duration took, boolean failed) {
        assertThat(pressure.admits(asked)).isTrue();
        pressure.left(asked, took.toNanos(), failed);
    }
}
