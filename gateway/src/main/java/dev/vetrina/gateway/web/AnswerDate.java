package dev.vetrina.gateway.web;

import io.netty.util.AsciiString;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Every answer says when it was made (RFC 9110, 6.6.1), unless the service that made it has said so. */
@ApplicationScoped
class AnswerDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private record Stamp(long second, CharSequence text) {}

    private final Clock clock;
    private volatile Stamp last = new Stamp(-1, "");

    AnswerDate(Clock clock) {
        this.clock = clock;
    }

    void route(@Observes Router router) {
        router.route().order(RouteOrder.SECURITY_HEADERS).handler(this::set);
    }

    private void set(RoutingContext routing) {
        routing.response().headers().set(HttpHeaders.DATE, now());
        routing.next();
    }

    private CharSequence now() {
        long millis = clock.millis();
        long second = millis / 1_000;
        Stamp stamp = last;
        if (stamp.second() != second) {
            stamp = new Stamp(second, AsciiString.of(FORM.format(Instant.ofEpochMilli(millis))));
            last = stamp;
        }
        return stamp.text();
    }
}
