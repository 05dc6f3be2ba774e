package dev.vetrina.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of an entry of a waitlist, published by order-service. The entry's version is the sequence. */
public sealed interface WaitlistEvent extends DomainEvent {

    UUID entryId();

    @Override
    default String topic() {
        return Topics.STOCK_ALERTS;
    }

    @Override
    default String key() {
        return entryId().toString();
    }

    /**
     * It is this customer's turn: units came back and are kept for them.
     *
     * @param customerId pseudonymous
     * @param quantity what is kept: perhaps less than was wished for
     * @param offeredUntil then the next in the line get them
     */
    @EventType("waitlist.offered.v1")
    record WaitlistOffered(
            UUID entryId,
            long sequence,
            String customerId,
            UUID variantId,
            String market,
            @Nullable UUID sessionId,
            @Nullable UUID dealId,
            int quantity,
            Instant offeredUntil)
            implements WaitlistEvent {}
}
