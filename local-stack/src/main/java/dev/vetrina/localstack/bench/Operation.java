package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.stack.Port;
import java.util.function.Supplier;

/** Something that clients ask for. */
interface Operation {

    String name();

    /** The service that does it, behind the gateway. */
    Port service();

    /** How many clients there are. */
    int connections();

    int expectedStatus();

    /**
     * The requests of one client, as they go over the wire.
     *
     * @param authority host and port
     * @param client from 1
     */
    Supplier<byte[]> requests(String authority, int client);
}
