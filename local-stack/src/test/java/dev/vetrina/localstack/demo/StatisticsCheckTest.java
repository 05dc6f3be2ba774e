package dev.vetrina.localstack.demo;

import static dev.vetrina.localstack.demo.SoundShow.PRODUCT;
import static dev.vetrina.localstack.demo.SoundShow.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each figure of the statistics is compared: one that is wrong is found, and named. */
class StatisticsCheckTest {

    private static final Map<UUID, Long> TWO_SOLD = Map.of(PRODUCT, 2L);

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongStatistics")
    void aFigureThatDiffersFromTheOrdersIsNamed(String figure, SessionStatistics wrong) {
        assertThat(findings(wrong))
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .startsWith(figure);
    }

    static Stream<Arguments> wrongStatistics() {
        return Stream.of(
                Arguments.of("unique viewers", with(2, 2, 1, 1, 1, 0, 2, List.of(gbp(200)), 1, TWO_SOLD)),
                Arguments.of("placed orders", with(1, 3, 1, 1, 1, 0, 2, List.of(gbp(200)), 1, TWO_SOLD)),
                Arguments.of("paid orders", with(1, 2, 2, 1, 1, 0, 2, List.of(gbp(200)), 1, TWO_SOLD)),
                Arguments.of("declined payments", with(1, 2, 1, 0, 1, 0, 2, List.of(gbp(200)), 1, TWO_SOLD)),
                Arguments.of("cancelled orders", with(1, 2, 1, 1, 0, 0, 2, List.of(gbp(200)), 1, TWO_SOLD)),
                Arguments.of("expired orders", with(1, 2, 1, 1, 1, 1, 2, List.of(gbp(200)), 1, TWO_SOLD)),
                Arguments.of("units:", with(1, 2, 1, 1, 1, 0, 3, List.of(gbp(200)), 1, TWO_SOLD)),
                Arguments.of("GMV", with(1, 2, 1, 1, 1, 0, 2, List.of(gbp(199)), 1, TWO_SOLD)),
                Arguments.of("GMV", with(1, 2, 1, 1, 1, 0, 2, List.of(new Money(200, "EUR")), 1, TWO_SOLD)),
                Arguments.of("paying viewers", with(1, 2, 1, 1, 1, 0, 2, List.of(gbp(200)), 2, TWO_SOLD)),
                Arguments.of("units of each product", with(1, 2, 1, 1, 1, 0, 2, List.of(gbp(200)), 1, Map.of())));
    }

    @Test
    void theOrdersOwnFiguresAreRight() {
        assertThat(findings(with(1, 2, 1, 1, 1, 0, 2, List.of(gbp(200)), 1, TWO_SOLD)))
                .isEmpty();
    }

    private static List<Finding> findings(SessionStatistics statistics) {
        SoundShow show = new SoundShow();
        return StatisticsCheck.of(show.orders, show.purchases, 1, statistics);
    }

    private static SessionStatistics with(
            long viewers,
            long placed,
            long paid,
            long declined,
            long cancelled,
            long expired,
            long units,
            List<Money> gmv,
            long payingViewers,
            Map<UUID, Long> unitsByProduct) {
        return new SessionStatistics(
                "FINAL",
                1,
                viewers,
                placed,
                paid,
                declined,
                cancelled,
                expired,
                units,
                gmv,
                payingViewers,
                1.0,
                unitsByProduct);
    }
}
