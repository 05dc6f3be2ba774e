package dev.vetrina.order.inventory;

import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.inventory.AdjustInventoryRequest.Adjustment;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.offer.Offers;
import dev.vetrina.order.stock.VariantStock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class InventoryService {

    private final Offers offers;
    private final InventoryQuery query;
    private final GroupCommit groupCommit;
    private final Answers answers;
    private final Clock clock;

    InventoryService(Offers offers, InventoryQuery query, GroupCommit groupCommit, Answers answers, Clock clock) {
        this.offers = offers;
        this.query = query;
        this.groupCommit = groupCommit;
        this.answers = answers;
        this.clock = clock;
    }

    InventoryView get(UUID variantId, Caller caller) throws SQLException {
        Offer offer = offers.get(variantId);
        if (!caller.actsFor(offer.brandId())) {
            throw ProblemException.notFound("variant", variantId);
        }
        return InventoryView.of(variantId, offer.brandId(), query.pools(variantId));
    }

    AdjustmentView adjust(AdjustInventoryRequest request, Caller caller, IdempotentRequest key) {
        List<AdjustStock.Change> changes = answers.unlessAnswered(
                key,
                () -> request.adjustments().stream()
                        .map(adjustment -> change(adjustment, caller))
                        .toList());
        AdjustmentView view = new AdjustmentView(changes.size(), clock.instant());
        groupCommit.submit(new AdjustStock(changes, answers.created(key, null, view)));
        return view;
    }

    private AdjustStock.Change change(Adjustment adjustment, Caller caller) {
        Offer offer = offers.get(adjustment.variantId());
        caller.requireBrand(offer.brandId());
        return new AdjustStock.Change(
                offer.variantId(),
                offer.brandId(),
                Optional.ofNullable(adjustment.pool()).orElse(VariantStock.SHARED),
                adjustment.delta(),
                adjustment.reason().movement(),
                adjustment.reference());
    }
}
