package dev.vetrina.gateway.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many requests in a window, as {@code 600/60S}: all at once if they were saved up, and evenly for ever. */
public record Quota(long requests, Duration window) {

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,9})/([1-9][0-9]{0,5})S");

    public Quota {
        if (requests < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("a quota allows at least one request, in at least one second");
        }
    }

    /** How configuration is read, which finds only what is public. */
    public static Quota of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is not a quota such as 600/60S");
        }
        return new Quota(Long.parseLong(matcher.group(1)), Duration.ofSeconds(Long.parseLong(matcher.group(2))));
    }
}
