package dev.vetrina.order.checkout;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the buyer wants one brand to ship. */
@Schema(name = "ShippingChoice")
record ShippingChoice(
        @NotNull UUID brandId,

        @Schema(description = "The code of one of the brand's options", examples = "express")
        @NotNull
        @Pattern(regexp = "^[a-z0-9][a-z0-9_-]{0,39}$", message = "must be a code such as express")
        String option) {}
