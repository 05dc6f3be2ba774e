package dev.vetrina.order.sandbox;

import dev.vetrina.order.returns.ReturnRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SandboxReturnRequest")
record SandboxReturnRequest(
        @Schema(description = "Lines that were delivered") @NotNull @Size(min = 1, max = 50)
        List<ReturnRequest.@NotNull @Valid Line> lines,

        @Nullable @Size(max = 500) String note) {

    ReturnRequest of(UUID orderId) {
        return new ReturnRequest(orderId, lines, note);
    }
}
