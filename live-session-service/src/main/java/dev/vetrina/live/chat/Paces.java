package dev.vetrina.live.chat;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How fast one customer may write, in all sessions together. Each instance counts in memory what it takes itself, and what others
 * took once it reads that from Kafka: over several instances the limit holds but for the moment until then.
 */
@ApplicationScoped
class Paces {

    private static final int MAX_CUSTOMERS = 100_000;

    /** Until then a message has come back from Kafka. */
    private static final Duration SOON_READ = Duration.ofMinutes(2);

    private final Cache<String, Bucket> buckets;
    private final Cache<Place, String> lastTexts;
    private final Cache<UUID, ChatMessagePosted> sentHere;
    private final Cache<UUID, Boolean> countedHere;
    private final ChatConfig config;
    private final TimeMeter time;

    private record Place(String customerId, UUID sessionId) {}

    Paces(ChatConfig config, Clock clock) {
        this.config = config;
        this.time = new ClockMeter(clock);
        this.buckets = LocalCaches.builder()
                .maximumSize(MAX_CUSTOMERS)
                .ticker(time::currentTimeNanos)
                .expireAfterAccess(Duration.ofSeconds(2L * config.burstSeconds()))
                .build();
        this.lastTexts = LocalCaches.builder()
                .maximumSize(MAX_CUSTOMERS)
                .ticker(time::currentTimeNanos)
                .expireAfterWrite(Duration.ofSeconds(config.sameTextSeconds()))
                .build();
        this.sentHere = LocalCaches.builder()
                .maximumSize(MAX_CUSTOMERS)
                .expireAfterWrite(SOON_READ)
                .build();
        this.countedHere = LocalCaches.builder()
                .maximumSize(MAX_CUSTOMERS)
                .expireAfterWrite(SOON_READ)
                .build();
    }

    /**
     * Takes one message off what the customer may send.
     *
     * @throws ProblemException 429 {@code too-many-messages}
     */
    Allowance take(String customerId) {
        ConsumptionProbe probe = bucket(customerId).tryConsumeAndReturnRemaining(1);
        Allowance allowance = new Allowance(
                config.burst(), config.burstSeconds(), probe.getRemainingTokens(), probe.getNanosToWaitForReset());
        if (!probe.isConsumed()) {
            ProblemException refusal = ProblemException.of(
                            429,
                            "too-many-messages",
                            "Too many messages",
                            "At most " + config.burst() + " messages in " + config.burstSeconds() + " seconds.")
                    .header("Retry-After", Long.toString(Allowance.wholeSeconds(probe.getNanosToWaitForRefill())));
            allowance.headers().forEach(refusal::header);
            throw refusal;
        }
        return allowance;
    }

    /** @throws ProblemException 409 {@code same-message} if it is what they wrote there last, a moment ago */
    void requireNews(String customerId, UUID sessionId, String text) {
        if (text.equalsIgnoreCase(lastTexts.getIfPresent(new Place(customerId, sessionId)))) {
            throw ProblemException.conflict(
                    "same-message",
                    "The same message again within " + config.sameTextSeconds() + " seconds is not shown.");
        }
    }

    /** It was taken here, and may be read from Kafka before whoever sends it knows that it arrived. */
    void sending(UUID messageId) {
        countedHere.put(messageId, true);
    }

    /** Kafka has it. */
    void sent(ChatMessagePosted message) {
        sentHere.put(message.messageId(), message);
        note(message);
    }

    /** It was read from Kafka: whatever another instance took counts here, too. */
    void seen(ChatMessagePosted message) {
        if (countedHere.getIfPresent(message.messageId()) == null) {
            long _ = bucket(message.customerId()).tryConsumeAsMuchAsPossible(1);
        }
        note(message);
    }

    Optional<ChatMessagePosted> sentHere(UUID messageId) {
        return Optional.ofNullable(sentHere.getIfPresent(messageId));
    }

    /** It is shown no more. */
    void forget(UUID messageId) {
        sentHere.invalidate(messageId);
    }

    /** What they wrote in a session is not remembered. The last texts end by themselves within seconds. */
    void forget(UUID sessionId, String authorId) {
        sentHere.asMap()
                .values()
                .removeIf(message -> message.sessionId().equals(sessionId)
                        && message.authorId().equals(authorId));
    }

    private void note(ChatMessagePosted message) {
        lastTexts.put(new Place(message.customerId(), message.sessionId()), message.text());
    }

    private Bucket bucket(String customerId) {
        return buckets.get(
                customerId,
                id -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(config.burst())
                                .refillGreedy(config.burst(), Duration.ofSeconds(config.burstSeconds())))
                        .build());
    }

    /** The service's clock, which tests move. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
