package dev.vetrina.kit.consumer;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trace in which an event was published: what it causes belongs to the same trace. */
final class IncomingTrace {

    private IncomingTrace() {}

    static Context of(IncomingRecord record) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), record, new Traceparent());
    }

    private static final class Traceparent implements TextMapGetter<IncomingRecord> {
        @Override
        public Iterable<String> keys(IncomingRecord record) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable IncomingRecord record, String name) {
            return record != null && name.equals("traceparent") ? record.traceparent() : null;
        }
    }
}
