package dev.vetrina.live.giveaway;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A customer's entry, of which everybody sees all but the customer. Written by SQL, so that it is written only once. */
@Entity
class GiveawayEntry {

    @Id
    private UUID id;

    private UUID giveawayId;
    private String customerId;
    private String nonce;
    private Instant enteredAt;

    @SuppressWarnings("NullAway.Init")
    protected GiveawayEntry() {}

    UUID id() {
        return id;
    }

    UUID giveawayId() {
        return giveawayId;
    }

    String customerId() {
        return customerId;
    }

    String nonce() {
        return nonce;
    }

    Instant enteredAt() {
        return enteredAt;
    }
}
