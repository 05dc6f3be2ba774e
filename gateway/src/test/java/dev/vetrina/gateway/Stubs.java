package dev.vetrina.gateway;

import io.vertx.core.Vertx;

/** The services behind the gateway under test. */
public final class Stubs {

    private static final Vertx VERTX = Vertx.vertx();
    private static final StubService CATALOG = new StubService(VERTX);
    private static final StubService LIVE = new StubService(VERTX);
    private static final StubService ORDER = new StubService(VERTX);

    private Stubs() {}

    /** For the tests' own clients and servers. */
    public static Vertx vertx() {
        return VERTX;
    }

    public static StubService catalog() {
        return CATALOG;
    }

    public static StubService live() {
        return LIVE;
    }

    public static StubService order() {
        return ORDER;
    }
}
