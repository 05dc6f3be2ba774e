package dev.vetrina.live.deal;

import static dev.vetrina.live.deal.DealStatus.ARMED;
import static dev.vetrina.live.deal.DealStatus.CLOSED;
import static dev.vetrina.live.deal.DealStatus.OPEN;
import static dev.vetrina.live.deal.DealStatus.REJECTED;
import static dev.vetrina.live.deal.DealStatus.REQUESTED;
import static dev.vetrina.live.deal.DealStatus.SOLD_OUT;
import static dev.vetrina.live.deal.DealStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DealStatusTest {

    private static final Map<DealStatus, Set<DealStatus>> LEGAL = Map.of(
            REQUESTED, Set.of(ARMED, OPEN, SOLD_OUT, CLOSED, REJECTED, WITHDRAWN),
            ARMED, Set.of(ARMED, OPEN, SOLD_OUT, CLOSED, WITHDRAWN),
            OPEN, Set.of(OPEN, SOLD_OUT, CLOSED, WITHDRAWN),
            SOLD_OUT, Set.of(SOLD_OUT, OPEN, CLOSED, WITHDRAWN),
            CLOSED, Set.of(),
            REJECTED, Set.of(),
            WITHDRAWN, Set.of());

    @ParameterizedTest
    @EnumSource
    void aDealTakesOnlyTheStepsOfItsLife(DealStatus from) {
        Set<DealStatus> allowed =
                EnumSet.allOf(DealStatus.class).stream().filter(from::canBecome).collect(Collectors.toSet());

        assertThat(allowed).isEqualTo(LEGAL.get(from));
    }

    @ParameterizedTest
    @EnumSource
    void aDealIsOverWhenNothingFollows(DealStatus status) {
        assertThat(status.over()).isEqualTo(LEGAL.getOrDefault(status, Set.of()).isEmpty());
    }
}
