package dev.vetrina.live.engagement;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.InteractionCount;
import dev.vetrina.events.LiveEvent.ReactionCount;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What some windows add to the figures of their sessions. Sorted, so that two who write take their rows in one order. */
final class EngagementTally {

    private final SortedMap<Total, Long> totals = new TreeMap<>(Total.ORDER);
    private final SortedMap<Minute, Long> reactions = new TreeMap<>(Minute.ORDER);
    private final SortedMap<ProductMinute, Looks> interactions = new TreeMap<>(ProductMinute.ORDER);

    record Total(UUID sessionId, String kind) {

        private static final Comparator<Total> ORDER =
                Comparator.comparing(Total::sessionId).thenComparing(Total::kind);
    }

    record Minute(UUID sessionId, String market, Instant start) {

        private static final Comparator<Minute> ORDER = Comparator.comparing(Minute::sessionId)
                .thenComparing(Minute::market)
                .thenComparing(Minute::start);
    }

    record ProductMinute(UUID productId, Minute minute) {

        private static final Comparator<ProductMinute> ORDER =
                Comparator.comparing(ProductMinute::productId).thenComparing(ProductMinute::minute, Minute.ORDER);
    }

    record Looks(long impressions, long clicks) {

        Looks plus(Looks more) {
            return new Looks(Math.addExact(impressions, more.impressions), Math.addExact(clicks, more.clicks));
        }
    }

    void add(EngagementCounted counted) {
        for (ReactionCount reaction : counted.reactions()) {
            totals.merge(new Total(counted.sessionId(), reaction.kind()), reaction.count(), Math::addExact);
            reactions.merge(minute(counted, reaction.market()), reaction.count(), Math::addExact);
        }
        for (InteractionCount looks : counted.interactions()) {
            interactions.merge(
                    new ProductMinute(looks.productId(), minute(counted, looks.market())),
                    new Looks(looks.impressions(), looks.clicks()),
                    Looks::plus);
        }
    }

    /** Where nobody said a market it is none. */
    private static Minute minute(EngagementCounted counted, @Nullable String market) {
        Instant start = counted.windowStart().truncatedTo(ChronoUnit.MINUTES);
        return new Minute(counted.sessionId(), market == null ? Engagement.NO_MARKET : market, start);
    }

    SortedMap<Total, Long> totals() {
        return totals;
    }

    SortedMap<Minute, Long> reactions() {
        return reactions;
    }

    SortedMap<ProductMinute, Looks> interactions() {
        return interactions;
    }
}
