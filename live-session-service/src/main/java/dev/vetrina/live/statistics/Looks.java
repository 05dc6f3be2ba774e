package dev.vetrina.live.statistics;

import dev.vetrina.live.engagement.Engagement;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at products within some scope. */
record Looks(long impressions, long clicks) {

    static final Looks NONE = new Looks(0, 0);

    static <K> Map<K, Looks> by(Collection<Engagement.Looks> looks, Function<Engagement.Looks, K> key) {
        return looks.stream().collect(Collectors.toMap(key, Looks::of, Looks::plus));
    }

    private static Looks of(Engagement.Looks looks) {
        return new Looks(looks.impressions(), looks.clicks());
    }

    Looks plus(Looks more) {
        return new Looks(impressions + more.impressions, clicks + more.clicks);
    }
}
