package dev.vetrina.localstack.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a request goes: the baseline, and what is compared with it. */
enum Side {
    DIRECT,
    GATEWAY;

    /** A-B-A-B: the machine's slow minutes meet both sides alike. */
    static List<Turn> inTurns(int rounds) {
        return IntStream.rangeClosed(1, rounds)
                .boxed()
                .flatMap(round -> Stream.of(values()).map(side -> new Turn(side, round)))
                .toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param round from 1 */
    record Turn(Side side, int round) {}
}
