package dev.vetrina.gateway.cache;

import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.gateway.web.SecurityHeaders;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known of a question. */
sealed interface Stored {

    /** An answer, the same for all. */
    record Answer(Lifetime lifetime, long askedAt, String tag, List<Map.Entry<String, String>> headers, Buffer body)
            implements Stored {

        /** What the gateway says itself. */
        private static final Set<String> OWN = Set.of(
                "age",
                "cache-control",
                "cache-status",
                "content-length",
                "date",
                "etag",
                "expires",
                "traceparent",
                "transfer-encoding",
                "vary",
                "vetrina-unchanged-millis",
                "x-request-id");

        static Answer of(ServiceAnswer answer, Lifetime lifetime, long askedAt) {
            String tag = EntityTags.of(answer.headers().get(HttpHeaders.ETAG), answer.body());
            return new Answer(lifetime, askedAt, tag, passedOn(answer), answer.body());
        }

        static List<Map.Entry<String, String>> passedOn(ServiceAnswer answer) {
            return answer.headers().entries().stream()
                    .filter(header -> !OWN.contains(header.getKey().toLowerCase(Locale.ROOT)))
                    .filter(header -> !SecurityHeaders.isOurs(header.getKey()))
                    .map(Map.Entry::copyOf)
                    .toList();
        }

        /** Whether it is given to one who has come at this time. */
        boolean holdsFor(long arrivedAt) {
            return arrivedAt <= askedAt || arrivedAt < lifetime.usableUntil();
        }

        boolean isFresh(long now) {
            return now < lifetime.freshUntil();
        }

        boolean isUsable(long now) {
            return now < lifetime.usableUntil();
        }

        @Override
        public int bytes() {
            return body.length() + OVERHEAD;
        }
    }

    /** The answer depends on the language; it is found under the question with that. */
    record ByLanguage() implements Stored {}

    /** The answer is not for all: each who asks is proxied for a while. */
    record Passed(long until) implements Stored {}

    /** About what an entry takes beyond its body. */
    int OVERHEAD = 1_024;

    default int bytes() {
        return OVERHEAD;
    }
}
