package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.room.viewer.FeedProtocol;

/**
 * Where viewers connect to.
 *
 * @param port on the loopback interface
 */
public record FeedAddress(FeedProtocol protocol, int port, String path) {}
