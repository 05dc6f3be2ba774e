package dev.vetrina.localstack.bench.checkout;

import java.util.List;

/** What was measured in rounds of the same kind, a second. */
record Rates(List<Double> perSecond) {

    Rates {
        perSecond = perSecond.stream().sorted().toList();
    }

    double median() {
        if (perSecond.isEmpty()) {
            return 0;
        }
        int middle = perSecond.size() / 2;
        return perSecond.size() % 2 == 1
                ? perSecond.get(middle)
                : (perSecond.get(middle - 1) + perSecond.get(middle)) / 2;
    }

    /** By how much the fastest round was faster than the slowest; no finite number if one did nothing. */
    double spread() {
        return perSecond.isEmpty() ? 0 : perSecond.getLast() / perSecond.getFirst() - 1;
    }
}
