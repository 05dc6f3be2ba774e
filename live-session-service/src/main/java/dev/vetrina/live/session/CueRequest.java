package dev.vetrina.live.session;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CueNextProduct")
record CueRequest(
        @Schema(description = "The product on screen now, or last; null before the first one") @Nullable
        UUID currentProductId) {}
