package dev.vetrina.localstack.demo;

/**
 * An invariant that does not hold.
 *
 * @param count of units, orders or viewers that it touches
 * @param text what was found, for people
 */
record Finding(Kind kind, long count, String text) {

    enum Kind {
        /** Units sold or held that were not there. */
        OVERSOLD,
        /** Orders or payments that were confirmed and are not there. */
        LOST,
        /** Orders or payments that are there more often than they were asked for. */
        DUPLICATED,
        STOCK,
        PAYMENT,
        /** Database, events and the provider's record contradict each other. */
        RECORDS,
        STATISTICS,
        /** Chat, reactions or a draw are not what viewers were told. */
        ROOM,
        FEED
    }
}
