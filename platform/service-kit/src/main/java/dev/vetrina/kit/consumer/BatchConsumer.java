package dev.vetrina.kit.consumer;

import java.util.List;

/**
 * A consumer whose work on many events is much less than many times that on one, such as sums. It must come to the same
 * whether events come together or one by one: those of a batch that fails come again singly. It runs in no event's trace.
 */
public interface BatchConsumer extends EventConsumer {

    /** As {@link #on}, for the events of a batch that have not taken effect yet, in their order. */
    void onAll(List<ReceivedEvent> events);

    @Override
    default int atOnce() {
        return 2_000;
    }

    @Override
    default void on(ReceivedEvent event) {
        onAll(List.of(event));
    }
}
