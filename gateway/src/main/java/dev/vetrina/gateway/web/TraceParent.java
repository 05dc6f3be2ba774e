package dev.vetrina.gateway.web;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a request, by <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>: the gateway's own span where
 * requests are traced ({@code quarkus.otel.instrument.vertx-http}), otherwise the caller's, which is passed on as it came,
 * otherwise a new one, which is not sampled.
 *
 * @param isRemote whether it came with the request
 */
record TraceParent(String traceId, String header, boolean isRemote) {

    private static final String TRACE_STATE = "tracestate";
    private static final TextMapGetter<HttpServerRequest> GETTER = new RequestGetter();

    static TraceParent of(HttpServerRequest request) {
        SpanContext own = Span.current().getSpanContext();
        if (own.isValid()) {
            return of(own);
        }
        SpanContext given = given(request);
        return given.isValid() ? of(given) : unsampled();
    }

    private static SpanContext given(HttpServerRequest request) {
        return request.headers().contains(RequestHeaders.TRACE_PARENT)
                ? Span.fromContext(W3CTraceContextPropagator.getInstance().extract(Context.root(), request, GETTER))
                        .getSpanContext()
                : SpanContext.getInvalid();
    }

    private static TraceParent of(SpanContext span) {
        return of(span.getTraceId(), span.getSpanId(), span.getTraceFlags(), span.isRemote());
    }

    private static TraceParent unsampled() {
        IdGenerator ids = IdGenerator.random();
        return of(ids.generateTraceId(), ids.generateSpanId(), TraceFlags.getDefault(), false);
    }

    private static TraceParent of(String traceId, String spanId, TraceFlags flags, boolean isRemote) {
        return new TraceParent(traceId, "00-" + traceId + '-' + spanId + '-' + flags.asHex(), isRemote);
    }

    /** To whoever is asked for this request. A state that belongs to no readable trace goes no further. */
    void pass(HttpServerRequest request) {
        if (!isRemote) {
            request.headers().remove(TRACE_STATE);
        }
        request.headers().set(RequestHeaders.TRACE_PARENT, header);
    }

    private static final class RequestGetter implements TextMapGetter<HttpServerRequest> {

        @Override
        public Iterable<String> keys(HttpServerRequest request) {
            return request.headers().names();
        }

        @Override
        public @Nullable String get(@Nullable HttpServerRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    }
}
