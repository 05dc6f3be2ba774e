package dev.vetrina.localstack.stack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the four services. */
public enum Service {
    CATALOG("catalog-service", Port.CATALOG, "catalog"),
    LIVE("live-session-service", Port.LIVE, "live"),
    ORDER("order-service", Port.ORDER, "orders"),
    GATEWAY("gateway", Port.GATEWAY, null);

    private final String folder;
    private final Port port;
    private final @Nullable String database;

    Service(String folder, Port port, @Nullable String database) {
        this.folder = folder;
        this.port = port;
        this.database = database;
    }

    /** Its folder in the project. */
    public String folder() {
        return folder;
    }

    public Port port() {
        return port;
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
