package dev.vetrina.order.deal;

import dev.vetrina.events.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DealGuardrailsRequest", examples = """
                {"maximumDiscountPercent": 40,
                 "floorPrices": [{"variantId": "01990c3d-77f0-7a42-8c55-0b9e4f1d2a63", "market": "GB",
                                  "price": {"amount": 1499, "currency": "GBP"}}],
                 "budgets": [{"market": "GB", "amount": {"amount": 500000, "currency": "GBP"},
                              "startsAt": "2026-11-01T00:00:00Z", "endsAt": "2026-12-01T00:00:00Z"}]}""")
record GuardrailRequest(
        @Schema(description = "Of the list price; absent: whatever", examples = "40") @Nullable @Min(1) @Max(100)
        Integer maximumDiscountPercent,

        @NotNull @Size(max = 1_000) List<@NotNull @Valid FloorPrice> floorPrices,

        @NotNull @Size(max = 100) List<@NotNull @Valid Budget> budgets) {

    @Schema(name = "DealFloorPrice", description = "No deal sells the variant in the market for less")
    record FloorPrice(
            @NotNull UUID variantId,

            @NotNull @Pattern(regexp = "^[A-Z]{2}$", message = "must be an ISO 3166 code such as GB")
            String market,

            @NotNull Money price) {}

    @Schema(
            name = "DealBudget",
            description =
                    "What the deals that open in the period may cost the brand in the market: units times the difference to the"
                            + " list price")
    record Budget(
            @NotNull @Pattern(regexp = "^[A-Z]{2}$", message = "must be an ISO 3166 code such as GB")
            String market,

            @NotNull Money amount,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt) {}

    GuardrailDocument toDocument() {
        return new GuardrailDocument(
                maximumDiscountPercent,
                floorPrices.stream()
                        .map(floor -> new GuardrailDocument.Floor(floor.variantId(), floor.market(), floor.price()))
                        .toList(),
                budgets.stream()
                        .map(budget -> new GuardrailDocument.Budget(
                                budget.market(), budget.amount(), budget.startsAt(), budget.endsAt()))
                        .toList());
    }
}
