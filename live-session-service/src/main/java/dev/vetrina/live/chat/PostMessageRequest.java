package dev.vetrina.live.chat;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PostChatMessage")
record PostMessageRequest(
        @Schema(
                description =
                        "Plain text on one line, 1 to 300 characters (code points) once what cannot be seen is taken out"
                                + " of it; nothing in it is ever interpreted",
                examples = "Does it run small?")
        @NotNull
        @Size(min = 1, max = 3000)
        String text) {}
