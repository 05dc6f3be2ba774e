package dev.vetrina.gateway.cache;

import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.gateway.proxy.ServiceReads;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.kit.problem.ProblemException;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Writes what is kept. The buffer of an answer is written to all as it is. */
@Singleton
class AnswerWriter {

    /** A cache on the way, or in a browser, must not give a public answer to one who has a token. */
    private static final CharSequence VARY =
            AsciiString.cached("Accept, Accept-Language, Authorization, Cookie, Origin, Session-Pass");

    private static final CharSequence NO_STORE = AsciiString.cached("no-store");
    private static final List<CharSequence> PUBLIC = List.of(
            AsciiString.cached("public, max-age=0"),
            AsciiString.cached("public, max-age=1"),
            AsciiString.cached("public, max-age=2"));

    private final Refusals refusals;
    private final ServiceReads reads;

    AnswerWriter(Refusals refusals, ServiceReads reads) {
        this.refusals = refusals;
        this.reads = reads;
    }

    void write(RoutingContext routing, Stored.Answer answer, CacheStatus status, long now) {
        HttpServerResponse response = routing.response();
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.ETAG, answer.tag())
                .set(HttpHeaders.CACHE_CONTROL, PUBLIC.get(status == CacheStatus.STALE ? 0 : held(answer, now)))
                .set(HttpHeaders.VARY, VARY)
                .set(HttpHeaders.AGE, Long.toString(Math.max(0, now - answer.askedAt()) / 1_000))
                .set(CacheStatus.HEADER, status.text());
        if (EntityTags.match(routing.request().headers(), answer.tag())) {
            var _ = response.setStatusCode(304).end();
            return;
        }
        add(headers, answer.headers());
        end(routing, answer.body());
    }

    /** What is no answer for a second time. */
    void refuse(RoutingContext routing, ServiceAnswer answer, boolean first) {
        HttpServerResponse response = routing.response().setStatusCode(answer.status());
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .set(HttpHeaders.VARY, VARY)
                .set(CacheStatus.HEADER, (first ? CacheStatus.REFUSED : CacheStatus.REFUSED_COALESCED).text());
        add(headers, Stored.Answer.passedOn(answer));
        end(routing, answer.body());
    }

    void fail(RoutingContext routing, Throwable failure) {
        refusals.refuse(routing, failure instanceof ProblemException problem ? problem : reads.explain(failure));
    }

    private static void add(MultiMap headers, List<Map.Entry<String, String>> more) {
        for (Map.Entry<String, String> header : more) {
            headers.add(header.getKey(), header.getValue());
        }
    }

    private static void end(RoutingContext routing, Buffer body) {
        HttpServerResponse response = routing.response();
        if (HttpMethod.HEAD.equals(routing.request().method())) {
            var _ = response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            var _ = response.end(body);
        }
    }

    /** For how many whole seconds clients may keep it. */
    private static int held(Stored.Answer answer, long now) {
        return (int) Math.clamp((answer.lifetime().heldUntil() - now) / 1_000, 0, PUBLIC.size() - 1);
    }
}
