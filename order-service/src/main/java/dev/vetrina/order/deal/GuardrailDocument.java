package dev.vetrina.order.deal;

import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a brand allows the hosts of shows to do with its prices.
 *
 * @param maximumDiscountPercent of the list price; null: whatever
 */
record GuardrailDocument(@Nullable Integer maximumDiscountPercent, List<Floor> floors, List<Budget> budgets) {

    static final GuardrailDocument NONE = new GuardrailDocument(null, List.of(), List.of());

    /** No deal sells the variant in the market for less. */
    record Floor(UUID variantId, String market, Money price) {}

    /** What the deals that open in the period may cost the brand in the market. */
    record Budget(String market, Money amount, Instant startsAt, Instant endsAt) {

        boolean concerns(String code, Instant opensAt) {
            return market.equals(code) && !opensAt.isBefore(startsAt) && opensAt.isBefore(endsAt);
        }
    }
}
