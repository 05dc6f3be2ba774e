package dev.vetrina.order.sandbox;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.address.AddressRequest;
import dev.vetrina.order.address.ExampleAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SandboxOrderRequest")
record SandboxOrderRequest(
        @Schema(description = "ISO 3166 code of a market that is open", examples = "GB")
        @NotNull
        @Pattern(regexp = "^[A-Z]{2}$", message = "must be an ISO 3166 code such as GB")
        String market,

        @Schema(description = "The brand's own variants, on sale in the market") @NotNull @Size(min = 1, max = 50)
        List<@NotNull @Valid Line> lines,

        @Schema(description = "Where it would go; absent: an address that the market's country lets pass")
        @Nullable
        @Valid
        AddressRequest shippingAddress) {

    @Schema(name = "SandboxOrderLine")
    record Line(
            @NotNull UUID variantId,

            @Schema(description = "Units", examples = "2") @Min(1) @Max(99)
            int quantity) {}

    /** @throws ProblemException 422 for a variant that is named twice */
    Map<UUID, Integer> quantities() {
        Map<UUID, Integer> quantities = new LinkedHashMap<>();
        for (Line line : lines) {
            if (quantities.put(line.variantId(), line.quantity()) != null) {
                throw ProblemException.invalid("lines", "name a variant twice");
            }
        }
        return quantities;
    }

    AddressRequest address() {
        return shippingAddress == null ? ExampleAddress.in(market) : shippingAddress;
    }
}
