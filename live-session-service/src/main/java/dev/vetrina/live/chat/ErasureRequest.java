package dev.vetrina.live.chat;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "EraseChat")
record ErasureRequest(
        @Schema(description = "Whose messages, as the subject of their access token; the caller's own if absent")
        @Size(min = 1, max = 255)
        @Nullable
        String customerId) {}
