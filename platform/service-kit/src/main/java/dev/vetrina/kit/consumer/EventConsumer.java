package dev.vetrina.kit.consumer;

import java.util.Set;

/**
 * Takes events of other services. Implemented by a bean; the kit polls, opens the transaction in which {@link #on} runs
 * (one for a whole batch), recognises repeats, and keeps what can never be taken as a dead letter.
 */
public interface EventConsumer {

    /** Names the consumer group, after the service: never change it, or everything is read again. */
    String name();

    Set<String> topics();

    /** Runs in a transaction. What it throws decides: an outage is retried without end, anything else is a dead letter. */
    void on(ReceivedEvent event);

    /**
     * How many events at most are taken in one transaction. Few for one whose {@link #on} waits for something: a transaction
     * that is open for long is ended by the database, and its events would come again and again.
     */
    default int atOnce() {
        return 500;
    }

    /** Whether it also takes events of tests, as of partners' sandbox orders: they must not count, nor lead to anything real. */
    default boolean takesTests() {
        return false;
    }

    /** How a repeated event is recognised. */
    default Repeats repeats() {
        return Repeats.REMEMBERED;
    }

    enum Repeats {
        /** The event's id is recorded in the same transaction. */
        REMEMBERED,
        /** The consumer itself applies only a higher {@code sequence} of a key: a view. */
        BY_SEQUENCE
    }
}
