package dev.vetrina.catalog.brand;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.BrandStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The brands as the other features of the catalogue see them. */
@ApplicationScoped
public class Brands implements BrandStanding {

    private final BrandRepository brands;

    Brands(BrandRepository brands) {
        this.brands = brands;
    }

    @Transactional
    public boolean active(UUID id) {
        return brands.findByIdOptional(id).filter(Brand::active).isPresent();
    }

    @Override
    @Transactional
    public boolean suspended(UUID brandId) {
        return brands.findByIdOptional(brandId).filter(brand -> !brand.active()).isPresent();
    }

    /** @throws ProblemException 422 if the brand named in the input is unknown, 409 {@code brand-suspended} */
    @Transactional
    public void requireActive(UUID id) {
        Brand brand = brands.findByIdOptional(id)
                .orElseThrow(() -> ProblemException.invalid("brandId", "is not the id of a brand"));
        if (!brand.active()) {
            throw ProblemException.conflict("brand-suspended", "The brand is suspended.");
        }
    }
}
