package dev.vetrina.live.giveaway;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EnterGiveaway")
record EntryRequest(
        @Schema(
                description =
                        "Random text of the client's own making. The draw depends on it, so that nobody could know its outcome before; it is told to everybody.",
                examples = "9hS2kq0VvXw4")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9_-]{8,64}", message = "must be 8 to 64 letters, digits, - or _")
        String nonce) {}
