package dev.vetrina.kit.cache;

import com.github.benmanes.caffeine.cache.Caffeine;

/** Caches in memory. */
public final class LocalCaches {

    private LocalCaches() {}

    /**
     * Of one that is tidied by whoever uses it, a few entries at a time. Caffeine's default hands that to the common pool, which a busy
     * cache wakes for every dozen or so of reads: waking a thread takes longer than the tidying.
     */
    public static Caffeine<Object, Object> builder() {
        return Caffeine.newBuilder().executor(Runnable::run);
    }
}
