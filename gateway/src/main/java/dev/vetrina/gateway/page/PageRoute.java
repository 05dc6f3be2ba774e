package dev.vetrina.gateway.page;

import dev.vetrina.gateway.cache.PublicRead;
import dev.vetrina.gateway.cache.PublicReads;
import dev.vetrina.gateway.cache.SharedAnswers;
import dev.vetrina.gateway.cache.Source;
import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.gateway.proxy.ServiceReads;
import dev.vetrina.gateway.web.Metrics;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestHeaders;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.gateway.web.SessionPaths;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code GET /v1/sessions/{id}/page}. */
@Singleton
class PageRoute implements Source {

    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");
    private static final Set<String> PARAMETERS = Set.of("market");

    private final SessionPage page;
    private final SharedAnswers shared;
    private final ServiceReads services;
    private final Refusals refusals;
    private final PageSettings settings;

    PageRoute(SessionPage page, SharedAnswers shared, ServiceReads services, Refusals refusals, PageSettings settings) {
        this.page = page;
        this.shared = shared;
        this.services = services;
        this.refusals = refusals;
        this.settings = settings;
    }

    void route(@Observes Router router) {
        router.get("/v1/sessions/:sessionId/page").order(RouteOrder.PAGE).handler(this::answer);
    }

    private void answer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Metrics.countAs(SessionPaths.TEMPLATE);
        RequestHeaders.nameInLogs(routing);
        // The identity check may have held the request back; a body it has none that counts.
        request.resume();
        try {
            check(routing);
            Optional<PublicRead> ofNobody = PublicReads.ofAnonymous(request, PARAMETERS, SessionPaths.TEMPLATE);
            ofNobody.ifPresentOrElse(read -> shared.answer(routing, read, this), () -> pass(routing));
        } catch (ProblemException refusal) {
            refusals.refuse(routing, refusal);
        }
    }

    private static void check(RoutingContext routing) {
        String id = routing.pathParam("sessionId");
        if (!SessionPaths.isId(id)) {
            throw ProblemException.notFound("session", id);
        }
        String market = routing.request().getParam("market");
        if (market != null && !MARKET.matcher(market).matches()) {
            throw ProblemException.invalid("market", "must be the ISO 3166 code of a market, such as GB");
        }
    }

    @Override
    public Future<ServiceAnswer> ask(RoutingContext first, PublicRead read) {
        return compose(first, PartReads.ofNobody(services, first, settings.maxPartBytes()));
    }

    /** For the caller alone. */
    @Override
    public void pass(RoutingContext caller) {
        compose(caller, PartReads.ofCaller(services, caller, settings.maxPartBytes()))
                .onSuccess(answer -> write(caller, answer))
                .onFailure(failure -> refusals.refuse(
                        caller, failure instanceof ProblemException problem ? problem : services.explain(failure)));
    }

    private Future<ServiceAnswer> compose(RoutingContext routing, PartReads reads) {
        String market = routing.request().getParam("market");
        return page.compose(
                "/v1/sessions/" + routing.pathParam("sessionId"), market == null ? "" : "?market=" + market, reads);
    }

    private static void write(RoutingContext caller, ServiceAnswer answer) {
        HttpServerResponse response = caller.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(answer.status()).putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        copy(answer, response, HttpHeaders.CONTENT_TYPE);
        copy(answer, response, HttpHeaders.RETRY_AFTER);
        copy(answer, response, "WWW-Authenticate");
        var _ = response.end(answer.body());
    }

    private static void copy(ServiceAnswer answer, HttpServerResponse response, CharSequence header) {
        String value = answer.headers().get(header);
        if (value != null) {
            response.putHeader(header, value);
        }
    }
}
