package dev.vetrina.localstack.bench;

import java.util.Locale;

/** How requests follow each other. */
enum Loop {
    /** Not measured: compilers and caches get warm. */
    WARM_UP,
    /** Each connection asks again as soon as it is answered: finds the most that can be done. */
    CLOSED,
    /** Requests come at their times whether or not earlier ones are answered, as people do: finds how long they wait. */
    OPEN;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
