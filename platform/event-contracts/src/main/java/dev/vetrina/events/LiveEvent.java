package dev.vetrina.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * Somebody wrote into the chat of a session. Sent past the outbox: the record in Kafka is the message.
     *
     * @param sequence when it was posted, in milliseconds since the epoch
     * @param customerId who wrote it: for the service that keeps the chat, never for viewers
     * @param authorId the same person's pseudonym in this session
     * @param authorName what viewers read instead of a name
     * @param text plain text, cleaned, never markup
     * @param state {@code VISIBLE}, or {@code HELD} if a moderator has to look at it first
     * @param heldFor why it is held; null if it is not
     */
    @EventType("chat.message-posted.v1")
    record ChatMessagePosted(
            UUID sessionId,
            long sequence,
            UUID messageId,
            String customerId,
            String authorId,
            String authorName,
            ChatRole role,
            String text,
            ChatState state,
            @Nullable ChatHold heldFor,
            Instant postedAt)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_CHAT;
        }
    }

    /** As whom somebody writes. */
    enum ChatRole {
        VIEWER,
        MODERATOR,
        HOST,
        OPERATOR
    }

    enum ChatState {
        /** Shown to everybody. */
        VISIBLE,
        /** Waits for a moderator. */
        HELD,
        /** Taken off the screens by a moderator. */
        HIDDEN,
        /** Gone for good: its author wanted that, or the law. */
        ERASED
    }

    enum ChatHold {
        KEYWORD,
        LINK,
        /** Everything is looked at first in this room. */
        REVIEW
    }

    /**
     * A message was approved, hidden or erased.
     *
     * @param sequence when, in milliseconds since the epoch
     * @param message the whole message if it is to be shown from now on, else null
     */
    @EventType("chat.message-changed.v1")
    record ChatMessageChanged(
            UUID sessionId,
            long sequence,
            UUID messageId,
            ChatState state,
            @Nullable ChatMessagePosted message,
            Instant changedAt)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_CHAT;
        }
    }

    /**
     * Everything that somebody wrote in a session so far was hidden or erased.
     *
     * @param sequence when, in milliseconds since the epoch
     */
    @EventType("chat.author-removed.v1")
    record ChatAuthorRemoved(UUID sessionId, long sequence, String authorId, ChatState state, Instant removedAt)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_CHAT;
        }
    }

    /**
     * The chat's settings, or who may not write, changed. Says only that: the database says what holds now.
     *
     * @param sessionId the nil UUID for what holds in every session
     * @param sequence the version of the rules
     */
    @EventType("chat.rules-changed.v1")
    record ChatRulesChanged(UUID sessionId, long sequence, Instant changedAt) implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_CHAT;
        }
    }

    /**
     * What one instance of live-session-service, or one gateway, counted of a session's viewers in one window.
     *
     * @param sequence rises with every window of one instance: the window's start in milliseconds since the epoch, or more
     *     where its clock was set back
     * @param instanceId names the process, anew at each start
     * @param windowStart a full second
     */
    @EventType("engagement.counted.v1")
    record EngagementCounted(
            UUID sessionId,
            long sequence,
            String instanceId,
            Instant windowStart,
            int windowMillis,
            List<ReactionCount> reactions,
            List<InteractionCount> interactions)
            implements LiveEvent {
        @Override
        public String topic() {
            return Topics.LIVE_ENGAGEMENT;
        }
    }

    /**
     * @param market where they were given; null if nobody said
     * @param kind such as {@code HEART}
     */
    record ReactionCount(@Nullable String market, String kind, long count) {}

    /**
     * @param market where the product was shown; null if nobody said
     * @param impressions how often it was seen
     * @param clicks how often it was opened
     */
    record InteractionCount(@Nullable String market, UUID productId, long impressions, long clicks) {}
}
