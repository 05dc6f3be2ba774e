package dev.vetrina.order.checkout;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CancelOrderRequest")
record CancelOrderRequest(
        @Schema(description = "Why, in the buyer's words", examples = "ordered the wrong size")
        @NotBlank
        @Size(max = 500)
        String reason) {}
