package dev.vetrina.gateway.web;

import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When an answer is made. Each says so (RFC 9110, 6.6.1), unless the service that made it has. */
@Singleton
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

    /** In the form of HTTP, made once a second. */
    CharSequence now() {
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
