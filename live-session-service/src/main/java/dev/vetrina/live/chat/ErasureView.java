package dev.vetrina.live.chat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChatErasure", description = "What was erased")
record ErasureView(
        @Schema(description = "Messages that were stored; what was on its way is erased as well")
        int messages) {}
