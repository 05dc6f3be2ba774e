package dev.vetrina.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens in the live room. Presence is reported by the gateways, everything else by live-session-service. */
public sealed interface LiveEvent extends DomainEvent {

    UUID sessionId();

    @Override
    default String key() {
        return sessionId().toString();
    }

    /**
     * A session was announced, started, paused, resumed, ended or cancelled. Carries the whole state.
     *
     * @param markets ISO 3166 codes of the markets it is shown in
     * @param startsAt the announced start, or the real one once it is live
     * @param changedAt when that happened: from a pause on, the clocks of its deals stand still
     */
    @EventType("session.changed.v1")
    record SessionChanged(
            UUID sessionId,
            long sequence,
            UUID creatorId,
            String title,
            List<String> markets,
            SessionStatus status,
            Instant startsAt,
            Instant changedAt)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_SESSIONS;
        }
    }

    enum SessionStatus {
        DRAFT,
        SCHEDULED,
        LIVE,
        PAUSED,
        ENDED,
        CANCELLED
    }

    /**
     * An announced session begins later than announced. Follows the {@link SessionChanged} with the new start, of the same version.
     *
     * @param reason in the host's words
     */
    @EventType("session.postponed.v1")
    record SessionPostponed(
            UUID sessionId,
            long sequence,
            Instant previousStartsAt,
            Instant startsAt,
            String reason,
            Instant postponedAt)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_SESSIONS;
        }
    }

    /**
     * The host asks for a deal. order-service arms it against a pool of its own or rejects it, and says so by a
     * {@link DealEvent}; what it has not armed by {@code armBy} it rejects.
     *
     * @param sequence the deal's version: 1
     * @param prices the price in each market in which it is offered
     * @param quantity units to set aside for it
     * @param perBuyerLimit units that one customer may buy
     * @param opensAt the end of the countdown
     * @param durationSeconds how long it stays open
     */
    @EventType("deal.requested.v1")
    record DealRequested(
            UUID sessionId,
            long sequence,
            UUID dealId,
            UUID variantId,
            List<DealPrice> prices,
            int quantity,
            int perBuyerLimit,
            Instant opensAt,
            int durationSeconds,
            Instant armBy,
            Instant requestedAt)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_SESSIONS;
        }
    }

    record DealPrice(String market, Money price) {}

    /**
     * The host takes a deal back, whether it was armed already or not.
     *
     * @param sequence the deal's version: 2
     */
    @EventType("deal.withdrawn.v1")
    record DealWithdrawn(UUID sessionId, long sequence, UUID dealId, Instant withdrawnAt) implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_SESSIONS;
        }
    }

    /**
     * A fact of the feed: what every viewer must see, in order and without a gap.
     *
     * @param sequence the session's fact sequence, starting at 1, without gaps: the feed's event id
     * @param kind such as {@code product-pinned}: the feed's event name
     * @param data the fact's own fields; values that differ by market stand in an object {@code markets} by code
     */
    @EventType("session.fact-recorded.v1")
    record FactRecorded(UUID sessionId, long sequence, String kind, Instant occurredAt, JsonNode data)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_FEED;
        }
    }

    /**
     * What one gateway counted on one channel in one window.
     *
     * @param sequence the window's start, in milliseconds since the epoch
     * @param gatewayId names the gateway process, anew at each start
     * @param viewers open connections at the window's end
     * @param joined hashes of the viewers whose connection opened in the window
     */
    @EventType("presence.reported.v1")
    record PresenceReported(
            UUID sessionId,
            long sequence,
            String gatewayId,
            String market,
            int windowMillis,
            int viewers,
            List<String> joined)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_PRESENCE;
        }
    }
}
