package dev.vetrina.localstack.stack;

import java.util.Locale;

/** A port that the local stack listens on. */
public enum Port {
    GATEWAY(8080),
    CATALOG(8081),
    LIVE(8082),
    ORDER(8083),
    /** Of a second instance, where there is one. */
    ORDER_2(8084),
    LIVE_2(8085),
    GATEWAY_2(8086),
    IDENTITY(8090),
    POSTGRESQL(15432),
    KAFKA(19092);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** The command line's option, such as {@code --port-gateway}. */
    public String option() {
        return "--port-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable, such as {@code VETRINA_PORT_GATEWAY}. */
    String variable() {
        return "VETRINA_PORT_" + name();
    }
}
