package dev.vetrina.gateway.web;

import io.vertx.core.Vertx;

/** How requests are counted. */
public final class Metrics {

    private Metrics() {}

    /** The request at hand is counted under this path: otherwise every id would make a metric of its own. */
    public static void countAs(String template) {
        Vertx.currentContext().putLocal("UrlPathTemplate", template);
    }
}
