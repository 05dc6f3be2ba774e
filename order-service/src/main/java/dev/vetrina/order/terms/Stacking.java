package dev.vetrina.order.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may come together in an order. */
@Schema(name = "StackingRules")
public record Stacking(
        @Schema(description = "Coupons in one order; 0: none are taken", examples = "1") @Min(0) @Max(10)
        int couponsPerOrder,

        @Schema(description = "Whether coupons apply to lines that are under a deal")
        boolean couponsOnDealLines) {}
