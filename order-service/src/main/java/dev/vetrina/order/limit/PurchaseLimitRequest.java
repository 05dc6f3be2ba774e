package dev.vetrina.order.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PurchaseLimitRequest", examples = """
                {"maxPerCustomer": 2, "windowDays": 30}""")
record PurchaseLimitRequest(
        @Schema(description = "Units that one customer may hold and buy", examples = "2") @Min(1) @Max(10_000)
        int maxPerCustomer,

        @Schema(description = "Over how many days they are counted; absent: over all time", examples = "30")
        @Nullable
        @Min(1)
        @Max(3_650)
        Integer windowDays) {}
