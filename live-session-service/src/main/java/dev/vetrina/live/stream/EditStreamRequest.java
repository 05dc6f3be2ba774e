package dev.vetrina.live.stream;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditStream")
record EditStreamRequest(
        @NotNull
        @Schema(
                description =
                        "Whether the session goes live by itself when the encoder connects: from 15 minutes before its announced start (by default), with at least one product in its lineup")
        Boolean startWhenStreaming) {}
