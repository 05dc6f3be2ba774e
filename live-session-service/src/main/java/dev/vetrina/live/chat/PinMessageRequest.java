package dev.vetrina.live.chat;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PinChatMessage")
record PinMessageRequest(
        @Schema(description = "A message of this session that viewers see") @NotNull
        UUID messageId) {}
