package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.room.viewer.SentStamp;
import dev.vetrina.localstack.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A frame that a viewer was sent.
 *
 * @param atMillis when it came, since the recording began
 * @param name of the event
 * @param data one line of JSON
 */
public record RecordedFrame(long atMillis, String name, String data) {

    private static final Pattern OCCURRED_AT = Pattern.compile("\"occurredAt\":\"[^\"]*\"");
    /** As long as what the database keeps, to the microsecond. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public boolean isPulse() {
        return name.equals("pulse");
    }

    long sequence() {
        return Json.read(data).path("sequence").asLong();
    }

    /** The same frame, and as long, of what happened at another time. */
    public RecordedFrame happenedAt(long millis) {
        String now = Matcher.quoteReplacement("\"occurredAt\":\"" + TIME.format(Instant.ofEpochMilli(millis)) + "\"");
        String renewed = isPulse()
                ? SentStamp.renewed(data, millis)
                : OCCURRED_AT.matcher(data).replaceFirst(now);
        return new RecordedFrame(atMillis, name, renewed);
    }
}
