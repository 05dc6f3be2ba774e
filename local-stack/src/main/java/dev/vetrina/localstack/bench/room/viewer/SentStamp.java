package dev.vetrina.localstack.bench.room.viewer;

import java.util.regex.Pattern;

/** When a chat message was sent stands in its text, so that whoever reads it can tell how long it took. */
public final class SentStamp {

    static final String LEAD = "sent-";

    private static final Pattern STAMP = Pattern.compile(LEAD + "[0-9]{13}");

    private SentStamp() {}

    /** @param millis since the epoch */
    public static String of(long millis) {
        return LEAD + millis;
    }

    /** The same text, and as long, with all that is in it sent at another time. */
    public static String renewed(String text, long millis) {
        return STAMP.matcher(text).replaceAll(of(millis));
    }
}
