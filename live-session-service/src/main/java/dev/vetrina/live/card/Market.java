package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A market that catalog-service has told of. */
@Entity
class Market {

    @Id
    private String code;

    private long sequence;
    private @Nullable String currency;

    @SuppressWarnings("NullAway.Init")
    protected Market() {}

    static Market of(MarketChanged market) {
        Market row = new Market();
        row.code = market.code();
        row.apply(market);
        return row;
    }

    void apply(MarketChanged market) {
        if (market.sequence() > sequence) {
            sequence = market.sequence();
            currency = market.currency();
        }
    }

    /** Empty only until a market of an earlier release has been read anew. */
    Optional<String> currency() {
        return Optional.ofNullable(currency);
    }
}
