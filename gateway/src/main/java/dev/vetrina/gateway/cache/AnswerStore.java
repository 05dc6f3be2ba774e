package dev.vetrina.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of the questions asked lately, bounded by its size in memory. */
@Singleton
class AnswerStore {

    private final Cache<String, Stored> answers;

    @Inject
    AnswerStore(CacheSettings settings, MeterRegistry meters) {
        this(settings);
        meters.gauge("vetrina.cache.answers", answers, Cache::estimatedSize);
    }

    AnswerStore(CacheSettings settings) {
        Duration kept = settings.ttl().plus(settings.staleIfAway()).plus(settings.passed());
        answers = LocalCaches.builder()
                .maximumWeight(settings.maxBytes())
                .weigher((String question, Stored stored) -> 2 * question.length() + stored.bytes())
                .expireAfterWrite(kept)
                .build();
    }

    @Nullable
    Stored get(String question) {
        return answers.getIfPresent(question);
    }

    void put(String question, Stored stored) {
        answers.put(question, stored);
    }

    long bytes() {
        answers.cleanUp();
        return answers.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    void forget() {
        answers.invalidateAll();
    }
}
