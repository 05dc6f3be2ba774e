package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.PeerProcess;

/**
 * Something that takes requests, while it runs.
 *
 * @param port on the loopback interface
 */
record Front(String name, int port, PeerProcess process) implements AutoCloseable {

    @Override
    public void close() {
        process.close();
    }
}
