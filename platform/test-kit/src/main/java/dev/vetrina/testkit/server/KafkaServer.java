package dev.vetrina.testkit.server;

/** A running broker that a test may take away and bring back. */
public interface KafkaServer {

    /** {@code host:port}; the same before and after {@link #stop()} and {@link #start()}. */
    String bootstrapServers();

    /** Ends the broker without a chance to tidy up, as a crash would. Its data stays. */
    void stop();

    /** Starts the broker on its port and data, and returns once it serves. */
    void start();
}
