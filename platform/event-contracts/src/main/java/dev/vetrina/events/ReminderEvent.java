package dev.vetrina.events;

import java.time.Instant;
import java.util.UUID;

/** What customers asked to be told of, published by live-session-service for whoever sends e-mail or push messages. */
public sealed interface ReminderEvent extends DomainEvent {

    String customerId();

    @Override
    default String topic() {
        return Topics.LIVE_NOTIFICATIONS;
    }

    @Override
    default String key() {
        return customerId();
    }

    /**
     * A customer is to be told of a session: at most once of one kind and one start.
     *
     * @param customerId pseudonymous
     * @param sequence when it became due, in milliseconds since the epoch
     * @param startsAt the start that it is about
     */
    @EventType("reminder.due.v1")
    record ReminderDue(
            String customerId,
            long sequence,
            UUID sessionId,
            UUID creatorId,
            ReminderKind kind,
            Instant startsAt,
            Instant dueAt)
            implements ReminderEvent {}

    enum ReminderKind {
        /** Announced by somebody whom the customer follows. */
        SCHEDULED,
        /** Announced for another start than before. */
        POSTPONED,
        STARTING_SOON,
        LIVE
    }
}
