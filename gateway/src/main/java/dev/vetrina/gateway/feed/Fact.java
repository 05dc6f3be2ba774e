package dev.vetrina.gateway.feed;

/**
 * A fact as it is written to every viewer.
 *
 * @param sequence the session's fact sequence: the event's id
 */
record Fact(long sequence, Frame frame) {

    static Fact of(long sequence, String kind, String json) {
        return new Fact(sequence, Frames.event(sequence, kind, json));
    }
}
