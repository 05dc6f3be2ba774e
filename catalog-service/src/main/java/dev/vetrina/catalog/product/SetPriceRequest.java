package dev.vetrina.catalog.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SetPrice")
record SetPriceRequest(
        @NotNull @Valid MoneyInput price,

        @Schema(
                description =
                        "When it takes effect. A price of a product on sale changes at least 2 s ahead, which is also"
                                + " what it is if absent; other prices count at once. What is announced for later stays announced.",
                examples = "2026-11-27T08:00:00Z")
        @Nullable
        Instant effectiveAt) {}
