package dev.vetrina.order.salesstop;

import dev.vetrina.events.SalesStopEvent.Scope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SalesStopRequest")
record SalesStopRequest(
        @NotNull Scope scope,

        @Schema(description = "ISO 3166 code of the market, or id of the session, variant or brand", examples = "GB")
        @NotNull
        @Pattern(
                regexp = "^([A-Z]{2}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$",
                message = "must be an ISO 3166 code or an id in lower case")
        String code,

        @Schema(description = "Shown to buyers who are refused", examples = "Recalled by the maker")
        @NotBlank
        @Size(max = 200)
        String reason) {

    /** Whether a market is named by a code, and everything else by an id. */
    boolean fits() {
        return (scope == Scope.MARKET) == (code.length() == 2);
    }
}
