package dev.vetrina.gateway.shedding;

import dev.vetrina.gateway.web.RequestClass;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;

/** A request that was admitted, until its answer has ended or its client has gone. */
final class UnderWay implements Handler<AsyncResult<Void>> {

    private final Pressure pressure;
    private final RequestClass asked;
    private final HttpServerResponse response;
    private final long began = System.nanoTime();
    private boolean over;

    UnderWay(Pressure pressure, RequestClass asked, HttpServerResponse response) {
        this.pressure = pressure;
        this.asked = asked;
        this.response = response;
    }

    /** The end of an answer and that of its connection may both be told. */
    @Override
    public void handle(AsyncResult<Void> ended) {
        if (!over) {
            over = true;
            pressure.left(asked, System.nanoTime() - began, isFailure(response.getStatusCode()));
        }
    }

    /** What a service answers when it cannot keep up, or the gateway for one that does not answer. */
    private static boolean isFailure(int status) {
        return status == 502 || status == 503 || status == 504;
    }
}
