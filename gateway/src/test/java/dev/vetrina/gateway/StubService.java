package dev.vetrina.gateway;

import dev.vetrina.gateway.cache.Copies;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service behind the gateway that does what the test says. */
public final class StubService {

    private final HttpServer server;
    private final List<HttpServerRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Handler<HttpServerRequest> behaviour = StubService::ok;

    StubService(Vertx vertx) {
        server = vertx.createHttpServer().requestHandler(request -> {
            requests.add(request);
            behaviour.handle(request);
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    private static void ok(HttpServerRequest request) {
        request.response().putHeader("Content-Type", "application/json").end("{}");
    }

    String address() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** From now on; what was asked before is forgotten, by the gateway, too. */
    public void does(Handler<HttpServerRequest> next) {
        requests.clear();
        Copies.forget();
        behaviour = next;
    }

    public List<HttpServerRequest> requests() {
        return requests;
    }
}
