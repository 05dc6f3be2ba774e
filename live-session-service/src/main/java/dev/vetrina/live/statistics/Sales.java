package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import java.util.List;

/** What was sold within some scope. */
record Sales(long placed, long paid, long units, List<Money> gmv) {

    static final Sales NONE = new Sales(0, 0, 0, List.of());

    Sales with(List<Money> amounts) {
        return new Sales(placed, paid, units, amounts);
    }
}
