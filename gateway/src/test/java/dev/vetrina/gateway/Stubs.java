package dev.vetrina.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

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

    /** Asks on an event loop: elsewhere an answer may be over before anybody takes its body, which then never comes. */
    public static <T> CompletableFuture<T> onLoop(Supplier<Future<T>> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        VERTX.runOnContext(now -> call.get().onSuccess(answer::complete).onFailure(answer::completeExceptionally));
        return answer;
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
