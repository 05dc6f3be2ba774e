package dev.vetrina.live.runsheet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "EditRunsheet")
record RunsheetRequest(
        @NotNull
        @Size(max = 200)
        @Schema(description = "What is planned for products of the lineup, each once; the lineup has the order")
        List<@NotNull @Valid Item> items,

        @NotNull
        @Size(max = 100)
        @Schema(description = "The airtime that brands were promised; a brand may have several slots")
        List<@NotNull @Valid Slot> brandSlots) {

    private static final int LONGEST_SHOW_SECONDS = 86_400;

    @Schema(name = "EditRunsheetItem")
    record Item(
            @NotNull UUID productId,

            @Schema(description = "How long it is to be on screen", examples = "180") @Min(1) @Max(14_400) @Nullable
            Integer plannedSeconds,

            @Schema(description = "For the crew; viewers and brands never see it") @Size(max = 2000) @Nullable
            String note) {}

    @Schema(name = "EditBrandSlot", description = "A window of the show's running time, without its pauses")
    record Slot(
            @NotNull UUID brandId,

            @Schema(description = "Since the start of the show") @NotNull @Min(0) @Max(LONGEST_SHOW_SECONDS)
            Integer fromSecond,

            @Schema(description = "Since the start of the show") @NotNull @Positive @Max(LONGEST_SHOW_SECONDS)
            Integer toSecond,

            @Schema(description = "At most the length of the window") @NotNull @Positive @Max(LONGEST_SHOW_SECONDS)
            Integer promisedSeconds) {}

    Plan plan() {
        return new Plan(
                items.stream()
                        .map(item -> new Plan.Item(item.productId(), item.plannedSeconds(), item.note()))
                        .toList(),
                brandSlots.stream()
                        .map(slot -> new Plan.Slot(
                                slot.brandId(), slot.fromSecond(), slot.toSecond(), slot.promisedSeconds()))
                        .toList());
    }
}
