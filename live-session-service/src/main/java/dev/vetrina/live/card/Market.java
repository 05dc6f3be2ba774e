package dev.vetrina.live.card;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A market that catalog-service has told of. */
@Entity
class Market {

    @Id
    private String code;

    private long sequence;

    @SuppressWarnings("NullAway.Init")
    protected Market() {}

    Market(String code, long sequence) {
        this.code = code;
        this.sequence = sequence;
    }

    void seen(long newer) {
        sequence = Math.max(sequence, newer);
    }
}
