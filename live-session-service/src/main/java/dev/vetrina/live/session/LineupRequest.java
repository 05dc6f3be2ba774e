package dev.vetrina.live.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditLineup")
record LineupRequest(
        @NotNull
        @Size(max = 200)
        @Schema(description = "The products in the order in which they are shown, of one or several brands, each once")
        List<@NotNull @Valid Item> items) {

    @Schema(name = "LineupItem")
    record Item(@NotNull UUID productId) {}

    List<UUID> productIds() {
        return items.stream().map(Item::productId).toList();
    }
}
