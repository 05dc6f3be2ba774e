package dev.vetrina.live.runsheet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is planned, as it is kept. */
record Plan(List<Item> items, List<Slot> brandSlots) {

    static final Plan EMPTY = new Plan(List.of(), List.of());

    record Item(
            UUID productId,
            @Nullable Integer plannedSeconds,
            @Nullable String note) {}

    /** A window of the show's running time, without its pauses, in which a brand is promised to be on screen. */
    record Slot(UUID brandId, int fromSecond, int toSecond, int promisedSeconds) {}

    Optional<Item> item(UUID productId) {
        return items.stream().filter(item -> item.productId().equals(productId)).findFirst();
    }
}
