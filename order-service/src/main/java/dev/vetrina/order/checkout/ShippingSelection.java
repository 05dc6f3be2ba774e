package dev.vetrina.order.checkout;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.offer.Market;
import dev.vetrina.order.shipping.ShippingOption;
import dev.vetrina.order.shipping.ShippingRateBook;
import dev.vetrina.order.shipping.ShippingRates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How each brand of a purchase ships: as the buyer chose, else by its first option. */
@ApplicationScoped
class ShippingSelection {

    private final ShippingRateBook rates;

    ShippingSelection(ShippingRateBook rates) {
        this.rates = rates;
    }

    /** @throws ProblemException 422 for a choice that cannot be had */
    List<BrandShipping> of(@Nullable List<ShippingChoice> choices, List<UUID> brandIds, Market market) {
        Map<UUID, BrandShipping> byBrand = new LinkedHashMap<>();
        for (UUID brandId : brandIds) {
            ShippingRates ofBrand = rates.current(brandId, market);
            byBrand.put(brandId, new BrandShipping(brandId, ofBrand.standard(), ofBrand.options()));
        }
        List<UUID> chosen = new ArrayList<>();
        for (ShippingChoice choice : choices == null ? List.<ShippingChoice>of() : choices) {
            String field = "shipping[" + chosen.size() + "].";
            BrandShipping shipping = byBrand.get(choice.brandId());
            if (shipping == null) {
                throw ProblemException.invalid(field + "brandId", "is of no brand in the order");
            }
            if (chosen.contains(choice.brandId())) {
                throw ProblemException.invalid(field + "brandId", "has a choice already");
            }
            chosen.add(choice.brandId());
            byBrand.put(
                    choice.brandId(),
                    new BrandShipping(choice.brandId(), option(shipping, choice, field), shipping.options()));
        }
        return List.copyOf(byBrand.values());
    }

    private static ShippingOption option(BrandShipping shipping, ShippingChoice choice, String field) {
        return shipping.options().stream()
                .filter(option -> option.code().equals(choice.option()))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid(field + "option", "is no option of the brand in this market"));
    }
}
