package dev.vetrina.order.shipping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ShippingRatesRequest")
record ShippingRatesRequest(
        @Schema(description = "The first is taken where the buyer chooses none") @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Valid ShippingOption> options) {}
