package dev.vetrina.order.webhook.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** When a delivery that failed is tried again. */
final class BackOff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    /** Up to so much longer, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    BackOff(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * @param attempts made by now, this one included
     * @return empty if it was the last
     */
    Optional<Instant> next(int attempts, Answer answer, Instant now) {
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(attempts - 1);
        Duration longer = wait.plusMillis((long) (wait.toMillis() * JITTER * random.getAsDouble()));
        Duration wished = answer.asksToWait() ? wish(answer.retryAfter(), now) : Duration.ZERO;
        return Optional.of(now.plus(wished.compareTo(longer) > 0 ? wished : longer));
    }

    /** Seconds or a date; what is neither is no wish. */
    private static Duration wish(@Nullable String retryAfter, Instant now) {
        Duration wish = parse(retryAfter == null ? "" : retryAfter.strip(), now);
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }

    private static Duration parse(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
