package dev.vetrina.order.waitlist;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.order.stock.Waiter;
import dev.vetrina.order.stock.WaiterStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WaitlistEntry")
record WaitlistEntryView(
        UUID id,
        UUID variantId,
        int quantity,
        String market,
        @Nullable UUID sessionId,
        @Nullable UUID dealId,
        WaiterStatus status,

        @Schema(description = "Units that are, or were, kept for the customer; perhaps less than were wished for")
        int offered,

        @Schema(description = "Until when they are kept; name the entry on the order's line to buy them") @Nullable
        Instant offeredUntil,

        @Schema(description = "The order that bought them") @Nullable
        UUID orderId,

        Instant joinedAt)
        implements Identified {

    static WaitlistEntryView of(Waiter waiter) {
        Waiter.Wish wish = waiter.wish();
        return new WaitlistEntryView(
                waiter.id(),
                wish.variantId(),
                wish.quantity(),
                wish.where().market(),
                wish.where().sessionId(),
                wish.where().dealId(),
                waiter.status(),
                waiter.offered(),
                waiter.offeredUntil(),
                waiter.orderId(),
                wish.joinedAt());
    }
}
