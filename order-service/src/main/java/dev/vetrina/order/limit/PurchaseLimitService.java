package dev.vetrina.order.limit;

import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.offer.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PurchaseLimitService {

    private final PurchaseLimitRepository limits;
    private final Offers offers;
    private final Caller caller;

    PurchaseLimitService(PurchaseLimitRepository limits, Offers offers, Caller caller) {
        this.limits = limits;
        this.offers = offers;
        this.caller = caller;
    }

    @Transactional
    public PurchaseLimitView get(UUID variantId) {
        return limits.findByIdOptional(variantId)
                .orElseThrow(() -> ProblemException.notFound("purchase limit of variant", variantId))
                .view();
    }

    @Transactional
    public PurchaseLimitView put(UUID variantId, PurchaseLimitRequest request, @Nullable String ifMatch) {
        Offer offer = offers.get(variantId);
        caller.requireBrand(offer.brandId());
        PurchaseLimitRow row = limits.findById(variantId, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new PurchaseLimitRow(variantId, offer.brandId(), request);
            limits.persist(row);
        } else {
            Preconditions.requireMatch(ifMatch, row.version());
            row.apply(request);
        }
        limits.flush();
        return row.view();
    }

    @Transactional
    public void delete(UUID variantId, @Nullable String ifMatch) {
        caller.requireBrand(offers.get(variantId).brandId());
        PurchaseLimitRow row = limits.findById(variantId, LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            Preconditions.requireMatch(ifMatch, row.version());
            limits.delete(row);
        }
    }
}
