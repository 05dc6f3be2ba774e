package dev.vetrina.kit.http;

import dev.vetrina.kit.id.Ids;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer is found again by: in the logs by its request id, among the traces by its traceparent. */
public final class RequestIds {

    static final String HEADER = "X-Request-Id";
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The caller's own id if it is harmless in a log, otherwise a new one. */
    static String of(@Nullable String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : Ids.next().toString();
    }

    /** The id that the answer to this request will carry. */
    public static String of(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(HEADER));
    }

    static Optional<String> traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }
}
