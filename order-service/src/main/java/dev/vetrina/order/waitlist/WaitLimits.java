package dev.vetrina.order.waitlist;

import static dev.vetrina.order.limit.TallyRows.TALLIES;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.deal.Deal;
import dev.vetrina.order.limit.CustomerTally;
import dev.vetrina.order.limit.TallyKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody waits for more than they could buy: units that were offered to them would only be kept from the next in the line.
 *
 * @param deal for which they wait, or null at the usual price
 */
record WaitLimits(
        String customerId, UUID variantId, @Nullable Deal deal) {

    void need(Needs needs) {
        needs.add(TALLIES, key(variantId));
        if (deal != null) {
            needs.add(TALLIES, key(deal.id()));
        }
    }

    /** @throws ProblemException 422 or 409 that names the limit which the quantity breaks */
    void require(Batch batch, int quantity) {
        if (deal != null) {
            long bought = batch.row(TALLIES, key(deal.id())).boughtSince(Instant.EPOCH);
            requireBelow("deal-limit-reached", quantity, deal.terms().perBuyerLimit(), bought);
        }
        CustomerTally ofVariant = batch.row(TALLIES, key(variantId));
        ofVariant
                .limit()
                .ifPresent(limit -> requireBelow(
                        "purchase-limit-reached",
                        quantity,
                        limit.maxPerCustomer(),
                        ofVariant.boughtSince(limit.since(batch.now()))));
    }

    private static void requireBelow(String rule, int quantity, int limit, long bought) {
        if (quantity > limit) {
            throw ProblemException.invalid("quantity", "must not be more than " + limit + ": one customer buys no more")
                    .with("rule", rule)
                    .with("limit", limit);
        }
        if (bought + quantity > limit) {
            throw ProblemException.conflict(
                            rule, "One customer may buy " + limit + "; " + bought + " were bought already.")
                    .with("field", "quantity")
                    .with("limit", limit)
                    .with("bought", bought);
        }
    }

    private TallyKey key(UUID scopeId) {
        return new TallyKey(scopeId, customerId);
    }
}
