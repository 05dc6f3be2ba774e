package dev.vetrina.order.offer;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.BrandStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Brands as their last event left them: not from the copies by which offers are priced, which are a second old. */
@ApplicationScoped
public class Brands implements BrandStanding {

    private final BrandRepository brands;
    private final Clock clock;

    Brands(BrandRepository brands, Clock clock) {
        this.brands = brands;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean suspended(UUID brandId) {
        return brands.findByIdOptional(brandId).filter(brand -> !brand.active()).isPresent();
    }

    /** @throws ProblemException 404 for a brand that is not known (yet), 409 {@code brand-suspended} */
    @Transactional
    public void requireActive(UUID brandId) {
        BrandRow brand = brands.findByIdOptional(brandId)
                .orElseThrow(() -> ProblemException.unknownToView("brand", brandId, clock.instant()));
        if (!brand.active()) {
            throw ProblemException.conflict("brand-suspended", "The brand may not do business now.")
                    .with("brandId", brandId);
        }
    }
}
