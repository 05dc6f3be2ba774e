package dev.vetrina.localstack.stack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the four services. */
public enum Service {
    CATALOG("catalog-service", "catalog", Port.CATALOG, null),
    LIVE("live-session-service", "live", Port.LIVE, Port.LIVE_2),
    ORDER("order-service", "orders", Port.ORDER, Port.ORDER_2),
    GATEWAY("gateway", null, Port.GATEWAY, Port.GATEWAY_2);

    private final String folder;
    private final @Nullable String database;
    private final Port port;
    private final @Nullable Port secondPort;

    Service(String folder, @Nullable String database, Port port, @Nullable Port secondPort) {
        this.folder = folder;
        this.database = database;
        this.port = port;
        this.secondPort = secondPort;
    }

    /** Its folder in the project. */
    public String folder() {
        return folder;
    }

    /** Of its first or only process. */
    public Port port() {
        return port;
    }

    /** One for each process that it may have. */
    List<Port> ports() {
        return secondPort == null ? List.of(port) : List.of(port, secondPort);
    }

    Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /** As it calls itself in its operations endpoints and event sources. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Service> behindTheGateway() {
        return List.of(CATALOG, LIVE, ORDER);
    }
}
