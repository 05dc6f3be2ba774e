package dev.vetrina.order.shipping;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a brand ships in a market, and for how much. */
@Schema(name = "ShippingRates")
public record ShippingRates(
        UUID brandId,

        @Schema(description = "ISO 3166 code", examples = "GB")
        String market,

        @Schema(description = "Also sent as ETag; 0: the brand has said nothing")
        long version,

        @Schema(description = "The first is taken where the buyer chooses none")
        List<ShippingOption> options,

        @Schema(description = "Since when; absent if the brand has said nothing")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Instant changedAt)
        implements Versioned {

    static ShippingRates free(UUID brandId, String market, String currency) {
        return new ShippingRates(brandId, market, 0, List.of(ShippingOption.free(currency)), null);
    }

    public ShippingOption standard() {
        return options.getFirst();
    }

    public Optional<ShippingOption> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }
}
