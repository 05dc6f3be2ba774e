package dev.vetrina.order.inventory;

import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.inventory.AdjustInventoryRequest.Adjustment;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.offer.Offers;
import dev.vetrina.order.stock.Pools;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
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

    /** @throws ProblemException 404, also if it is another brand's */
    Offer own(UUID variantId, Caller caller) {
        Offer offer = offers.get(variantId);
        if (!caller.actsFor(offer.brandId())) {
            throw ProblemException.notFound("variant", variantId);
        }
        return offer;
    }

    InventoryView get(UUID variantId, Caller caller) {
        Offer offer = own(variantId, caller);
        return InventoryView.of(variantId, offer.brandId(), query.pools(variantId));
    }

    InventoryProof proof(UUID variantId, Caller caller) {
        return query.proof(own(variantId, caller).variantId());
    }

    InventoryView closePool(UUID variantId, String pool, Caller caller) {
        own(variantId, caller);
        if (pool.equals(Pools.SHARED)) {
            throw ProblemException.conflict("pool-not-closable", "The shared pool is everybody's and stays open.");
        }
        groupCommit.submit(new ClosePool(variantId, pool));
        return get(variantId, caller);
    }

    AdjustmentView adjust(AdjustInventoryRequest request, Caller caller, IdempotentRequest key) {
        List<AdjustStock.Change> changes = answers.unlessAnswered(key, () -> {
            AdjustmentRules.check(request.adjustments());
            return request.adjustments().stream()
                    .map(adjustment -> change(adjustment, caller))
                    .toList();
        });
        AdjustmentView view = new AdjustmentView(changes.size(), clock.instant());
        groupCommit.submit(new AdjustStock(changes, answers.created(key, null, view)));
        return view;
    }

    private AdjustStock.Change change(Adjustment adjustment, Caller caller) {
        Offer offer = offers.get(adjustment.variantId());
        caller.requireBrand(offer.brandId());
        Long absolute = adjustment.setAvailableTo();
        return new AdjustStock.Change(
                offer.variantId(),
                offer.brandId(),
                AdjustmentRules.pool(adjustment),
                absolute == null ? Objects.requireNonNull(adjustment.delta(), "one of the two is there") : absolute,
                absolute != null,
                adjustment.reason().movement(),
                adjustment.reference());
    }

    TransferView transfer(TransferInventoryRequest request, Caller caller, IdempotentRequest key) {
        List<TransferStock.Transfer> transfers = answers.unlessAnswered(
                key,
                () -> request.transfers().stream()
                        .map(transfer -> move(transfer, caller))
                        .toList());
        TransferView view = new TransferView(transfers.size(), clock.instant());
        groupCommit.submit(new TransferStock(transfers, answers.created(key, null, view)));
        return view;
    }

    private TransferStock.Transfer move(TransferInventoryRequest.Transfer transfer, Caller caller) {
        Offer offer = offers.get(transfer.variantId());
        caller.requireBrand(offer.brandId());
        if (transfer.fromPool().equals(transfer.toPool())) {
            throw ProblemException.invalid("transfers", "must be between two pools");
        }
        return new TransferStock.Transfer(
                offer.variantId(),
                offer.brandId(),
                transfer.fromPool(),
                transfer.toPool(),
                transfer.quantity(),
                transfer.reference());
    }
}
