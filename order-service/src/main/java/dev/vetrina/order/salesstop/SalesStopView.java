package dev.vetrina.order.salesstop;

import dev.vetrina.events.SalesStopEvent.Scope;
import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SalesStop")
record SalesStopView(
        UUID id,
        Scope scope,

        @Schema(description = "Code of the market, or id of the session, variant or brand")
        String code,

        String reason,

        @Schema(description = "The brand that made it; absent if it was an operator") @Nullable
        UUID brandId,

        @Schema(description = "Subject of the token with which it was made")
        String stoppedBy,

        Instant stoppedAt,

        @Schema(description = "Absent while it is in force") @Nullable
        String liftedBy,

        @Schema(description = "Absent while it is in force") @Nullable
        Instant liftedAt)
        implements Identified {}
