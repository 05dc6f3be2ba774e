package dev.vetrina.localstack.bench;

import java.util.List;

/** What was measured in rounds of the same kind, a second. */
public record Rates(List<Double> perSecond) {

    public Rates {
        perSecond = perSecond.stream().sorted().toList();
    }

    public double median() {
        if (perSecond.isEmpty()) {
            return 0;
        }
        int middle = perSecond.size() / 2;
        return perSecond.size() % 2 == 1
                ? perSecond.get(middle)
                : (perSecond.get(middle - 1) + perSecond.get(middle)) / 2;
    }

    /** By how much the fastest round was faster than the slowest; no finite number if one did nothing. */
    public double spread() {
        return perSecond.isEmpty() ? 0 : perSecond.getLast() / perSecond.getFirst() - 1;
    }
}
