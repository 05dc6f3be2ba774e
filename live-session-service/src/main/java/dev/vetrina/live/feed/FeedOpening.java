package dev.vetrina.live.feed;

import dev.vetrina.live.session.SessionSnapshot;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a viewer's feed begins: a snapshot, or the facts missed since the last one seen.
 *
 * @param viewerHash what presence counts the viewer by
 * @param sequence the latest fact that this answer reflects
 */
record FeedOpening(
        String channel,
        String viewerHash,
        long sequence,
        @Nullable SessionSnapshot snapshot,
        List<MissedFact> facts) {

    /** @param json what belongs into the event's {@code data}, as it is */
    record MissedFact(long sequence, String kind, String json) {}

    static String channel(UUID sessionId, String market) {
        return sessionId + ":" + market;
    }
}
