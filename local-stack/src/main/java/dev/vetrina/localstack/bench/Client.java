package dev.vetrina.localstack.bench;

/** One who sends a request, waits for its answer, and only then sends another. */
public interface Client extends AutoCloseable {

    /** The status of the answer, 0 if there was none. */
    int exchange();

    @Override
    void close();
}
