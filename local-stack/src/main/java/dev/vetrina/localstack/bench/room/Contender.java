package dev.vetrina.localstack.bench.room;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Somebody who serves viewers. */
public interface Contender {

    String name();

    /**
     * Begins to serve.
     *
     * @throws IOException if what it takes is not there; the message says what
     */
    Venue open() throws IOException;

    /** Where it serves, until this is closed. */
    interface Venue extends AutoCloseable {

        FeedAddress feed();

        /** Every process that takes part in serving. */
        List<ProcessHandle> servers();

        /** Lets happen what viewers are told of; returns once all of it has happened, not once all have been told. */
        Recording play(Duration length);

        @Override
        void close();
    }
}
