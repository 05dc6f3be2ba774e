package dev.vetrina.live.runsheet;

import dev.vetrina.kit.http.Versioned;
import dev.vetrina.live.card.CardView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Runsheet", description = "The lineup of a session with what its crew plans and what came of it")
record RunsheetView(
        UUID sessionId,

        @Schema(description = "The plan's version; 0 before there is one")
        long version,

        @Schema(description = "The product on screen, or on it last; null before the first one") @Nullable
        UUID currentProductId,

        @Schema(description = "The products of the lineup, in its order")
        List<Item> items,

        List<Slot> brandSlots)
        implements Versioned {

    @Schema(name = "RunsheetItem")
    record Item(
            UUID productId,
            @Nullable UUID brandId,
            @Nullable String title,
            @Nullable Integer plannedSeconds,

            @Schema(
                    description =
                            "Where in the show it is to come, if everything before it takes as long as planned; null behind one without a plan")
            @Nullable
            Integer plannedFromSecond,

            @Nullable String note,

            @Schema(description = "How long it has been on screen, without pauses")
            long airtimeMillis,

            boolean onScreen) {}

    @Schema(name = "BrandSlot", description = "A window of the show's running time, without its pauses")
    record Slot(UUID brandId, int fromSecond, int toSecond, int promisedSeconds) {

        static Slot of(Plan.Slot slot) {
            return new Slot(slot.brandId(), slot.fromSecond(), slot.toSecond(), slot.promisedSeconds());
        }
    }

    static Item item(
            UUID productId,
            Plan plan,
            @Nullable Integer plannedFromSecond,
            Map<UUID, CardView> cards,
            Airtime airtime,
            @Nullable UUID pinned) {
        Plan.Item planned = plan.item(productId).orElseGet(() -> new Plan.Item(productId, null, null));
        CardView card = cards.get(productId);
        return new Item(
                productId,
                card == null ? null : card.brandId(),
                card == null ? null : card.title(),
                planned.plannedSeconds(),
                plannedFromSecond,
                planned.note(),
                airtime.millisOf(productId),
                productId.equals(pinned));
    }
}
