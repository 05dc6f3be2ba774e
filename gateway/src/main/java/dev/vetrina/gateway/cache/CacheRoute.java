package dev.vetrina.gateway.cache;

import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.gateway.proxy.ServiceRead;
import dev.vetrina.gateway.proxy.ServiceReads;
import dev.vetrina.gateway.web.Metrics;
import dev.vetrina.gateway.web.RequestHeaders;
import dev.vetrina.gateway.web.RouteOrder;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes public questions before they are proxied. */
@Singleton
class CacheRoute {

    private final SharedAnswers answers;
    private final ServiceReads reads;
    private final CacheSettings settings;

    CacheRoute(SharedAnswers answers, ServiceReads reads, CacheSettings settings) {
        this.answers = answers;
        this.reads = reads;
        this.settings = settings;
    }

    void route(@Observes Router router) {
        router.route("/v1/*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(RouteOrder.CACHE)
                .handler(this::answer);
        router.route("/v1/*")
                .method(HttpMethod.PUT)
                .method(HttpMethod.PATCH)
                .method(HttpMethod.DELETE)
                .method(HttpMethod.POST)
                .order(RouteOrder.CACHE)
                .handler(CacheRoute::takeOurTags);
    }

    private void answer(RoutingContext routing) {
        PublicReads.of(routing.request())
                .ifPresentOrElse(
                        read -> {
                            Metrics.countAs(read.template());
                            answers.answer(routing, read, this::ask);
                        },
                        routing::next);
    }

    private Future<ServiceAnswer> ask(RoutingContext first, PublicRead read) {
        RequestHeaders.nameInLogs(first);
        MultiMap headers = RequestHeaders.passedOn(first).set(HttpHeaders.ACCEPT, "application/json");
        if (!read.language().isEmpty()) {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, read.language());
        }
        return reads.get(new ServiceRead(read.uri(), headers, settings.responseTimeout(), settings.maxAnswerBytes()));
    }

    /** Who has read a public answer may edit what it shows: the service knows its own tag alone. */
    private static void takeOurTags(RoutingContext routing) {
        String tag = routing.request().getHeader(HttpHeaders.IF_MATCH);
        if (tag != null) {
            routing.request().headers().set(HttpHeaders.IF_MATCH, EntityTags.ownOf(tag));
        }
        routing.next();
    }
}
