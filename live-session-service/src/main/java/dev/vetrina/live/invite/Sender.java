package dev.vetrina.live.invite;

import dev.vetrina.kit.security.Caller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Whom tries are counted by: the login, or else the address. */
@ApplicationScoped
class Sender {

    private final Caller caller;
    private final CurrentVertxRequest request;

    Sender(Caller caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    String name() {
        String subject = caller.subject();
        if (!subject.isEmpty()) {
            return "login " + subject;
        }
        HttpServerRequest asked = request.getCurrent().request();
        return "address " + address(asked.getHeader("X-Forwarded-For"), String.valueOf(asked.remoteAddress()));
    }

    /**
     * The last entry is what the gateway saw, and the one before it what a proxy saw that the gateway trusts: it is the nearest to
     * the viewer that the viewer cannot choose.
     */
    static String address(@Nullable String forwardedFor, String peer) {
        if (forwardedFor == null || forwardedFor.isBlank()) {
            return peer;
        }
        String[] path = forwardedFor.split(",", -1);
        return path[Math.max(0, path.length - 2)].strip();
    }
}
