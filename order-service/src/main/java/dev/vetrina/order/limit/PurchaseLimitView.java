package dev.vetrina.order.limit;

import dev.vetrina.kit.http.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PurchaseLimit")
record PurchaseLimitView(
        UUID variantId,
        UUID brandId,
        int maxPerCustomer,
        @Nullable Integer windowDays,

        @Schema(description = "The row version, also sent as ETag")
        long version)
        implements Versioned {}
