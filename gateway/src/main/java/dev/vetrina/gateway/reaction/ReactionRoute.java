package dev.vetrina.gateway.reaction;

import dev.vetrina.gateway.identity.Bearer;
import dev.vetrina.gateway.web.Metrics;
import dev.vetrina.gateway.web.ReadBody;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.gateway.web.SessionPaths;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/sessions/{id}/reactions}: counts what has a precedent, and passes everything else on to the service. */
@Singleton
class ReactionRoute {

    private static final int TAKEN = 202;

    /** Of a body that there can be a precedent of. */
    private static final Pattern FEW_BYTES = Pattern.compile("[1-9][0-9]{0,2}");

    private static final Pattern JSON =
            Pattern.compile("application/json *(; *charset=utf-8)?", Pattern.CASE_INSENSITIVE);

    private final Precedents precedents;
    private final ViewerPace pace;
    private final ReactionCounter counter;
    private final Refusals refusals;

    ReactionRoute(Precedents precedents, ViewerPace pace, ReactionCounter counter, Refusals refusals) {
        this.precedents = precedents;
        this.pace = pace;
        this.counter = counter;
        this.refusals = refusals;
    }

    void route(@Observes Router router) {
        router.post("/v1/sessions/:sessionId/reactions")
                .order(RouteOrder.REACTIONS)
                .handler(this::react);
    }

    private void react(RoutingContext routing) {
        Optional<Viewer> viewer = viewer(routing);
        if (viewer.isEmpty() || !isUsual(routing.request())) {
            routing.next();
            return;
        }
        // Whoever leaves before the body is whole is answered nothing.
        routing.request().body().onSuccess(body -> decide(routing, viewer.get(), body));
        // The identity check may have held the request back.
        routing.request().resume();
    }

    private void decide(RoutingContext routing, Viewer viewer, Buffer body) {
        String text = body.toString(StandardCharsets.UTF_8);
        precedents
                .of(viewer, text)
                .ifPresentOrElse(reaction -> take(routing, viewer, reaction), () -> ask(routing, viewer, text, body));
    }

    private void take(RoutingContext routing, Viewer viewer, Reaction reaction) {
        Metrics.countAs(SessionPaths.TEMPLATE);
        try {
            pace.take(viewer, reaction.times());
        } catch (ProblemException tooMany) {
            refusals.refuse(routing, tooMany);
            return;
        }
        counter.count(viewer.sessionId(), reaction);
        routing.response().setStatusCode(TAKEN).end();
    }

    private void ask(RoutingContext routing, Viewer viewer, String text, Buffer body) {
        ReadBody.keep(routing, body);
        routing.addEndHandler(sent -> {
            if (sent.succeeded() && routing.response().getStatusCode() == TAKEN) {
                precedents.remember(viewer, text);
            }
        });
        routing.next();
    }

    /** Empty for who is known by a ticket, or by nothing. */
    private static Optional<Viewer> viewer(RoutingContext routing) {
        String session = routing.pathParam("sessionId");
        Bearer bearer = Bearer.of(routing);
        return bearer != null && SessionPaths.isId(session) && routing.request().query() == null
                ? Optional.of(new Viewer(UUID.fromString(session), bearer.subject()))
                : Optional.empty();
    }

    private static boolean isUsual(HttpServerRequest request) {
        return isFew(request.getHeader(HttpHeaders.CONTENT_LENGTH))
                && isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))
                && !request.headers().contains(HttpHeaders.EXPECT);
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && JSON.matcher(type).matches();
    }

    private static boolean isFew(@Nullable String length) {
        return length != null && FEW_BYTES.matcher(length).matches();
    }
}
