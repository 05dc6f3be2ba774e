package dev.vetrina.order.deal;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DealGuardrails")
record GuardrailView(
        UUID brandId,

        @Schema(description = "The row version, also sent as ETag; 0 before the first PUT")
        long version,

        @Nullable Integer maximumDiscountPercent,
        List<GuardrailRequest.FloorPrice> floorPrices,
        List<UsedBudget> budgets)
        implements Versioned {

    @Schema(name = "UsedDealBudget")
    record UsedBudget(
            String market,
            Money amount,
            Instant startsAt,
            Instant endsAt,

            @Schema(
                    description =
                            "By deals that run, as if all their units were sold; by those that are over, what was")
            Money used) {}

    static GuardrailView of(UUID brandId, BrandGuardrails guardrails) {
        GuardrailDocument document = guardrails.document();
        return new GuardrailView(
                brandId,
                guardrails.version(),
                document.maximumDiscountPercent(),
                document.floors().stream()
                        .map(floor -> new GuardrailRequest.FloorPrice(floor.variantId(), floor.market(), floor.price()))
                        .toList(),
                document.budgets().stream()
                        .map(budget -> new UsedBudget(
                                budget.market(),
                                budget.amount(),
                                budget.startsAt(),
                                budget.endsAt(),
                                new Money(
                                        guardrails.used(budget), budget.amount().currency())))
                        .toList());
    }
}
