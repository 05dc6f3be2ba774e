package dev.vetrina.order.fulfilment;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.ShippingAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A brand's part of an order as the API shows it. */
@Schema(name = "Fulfilment", description = "What one brand does with its part of an order")
public record FulfilmentView(
        UUID id,

        @Schema(description = "The row version, also sent as ETag")
        long version,

        UUID orderId,
        UUID brandId,
        FulfilmentStatus status,

        @Schema(description = "ISO 3166 code", examples = "GB")
        String market,

        String shippingOption,
        List<Line> lines,
        List<ShipmentView> shipments,

        @Schema(description = "What the buyer pays for the shipping")
        Money shipping,

        @Schema(description = "Where it goes: only once it is paid, and until it was erased") @Nullable
        ShippingAddress shippingAddress,

        Instant placedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt,

        @Schema(description = "Why some or all of it was cancelled") @Nullable
        CancelReason cancelReason,

        @Schema(
                description =
                        "In the words of whoever cancelled it; a brand does not see those that may be the buyer's")
        @Nullable
        String cancelNote,

        @Schema(description = "Of a test order of the sandbox: nothing is to be sent")
        boolean test)
        implements Identified, Versioned {

    @Schema(name = "FulfilmentLine", description = "Units of a line: ordered, and how far they have come")
    public record Line(
            UUID id,
            UUID variantId,
            String title,
            int quantity,
            int cancelled,
            int shipped,
            int delivered,
            int returned,

            @Schema(description = "What the buyer pays for the line")
            Money total,

            @Schema(description = "What of it went back") Money refunded) {

        static Line of(Order order, PartLine line) {
            OrderLine bought = order.lines().stream()
                    .filter(ordered -> ordered.id().equals(line.id()))
                    .findFirst()
                    .orElseThrow();
            return new Line(
                    line.id(),
                    bought.variantId(),
                    bought.title(),
                    bought.quantity(),
                    line.cancelled(),
                    line.shipped(),
                    line.delivered(),
                    line.returned(),
                    bought.total(),
                    new Money(line.refunded(), bought.total().currency()));
        }
    }

    /** @param forBrand in which words the buyer cancelled does not concern it */
    static FulfilmentView of(Order order, Fulfilment fulfilment, boolean forBrand) {
        Milestones milestones = fulfilment.milestones();
        return new FulfilmentView(
                fulfilment.id(),
                fulfilment.version(),
                order.id(),
                fulfilment.brandId(),
                fulfilment.status().shown(order.status()),
                order.origin().market(),
                fulfilment.part().shippingOption(),
                fulfilment.lines().stream().map(line -> Line.of(order, line)).toList(),
                fulfilment.shipments().stream()
                        .map(shipment -> ShipmentView.of(fulfilment.id(), shipment))
                        .toList(),
                fulfilment.part().total(),
                order.status().kept() ? order.address() : null,
                order.placedAt(),
                milestones.confirmedAt(),
                milestones.shippedAt(),
                milestones.deliveredAt(),
                milestones.cancelledAt(),
                milestones.cancelReason(),
                forBrand && perhapsOfBuyer(milestones) ? null : milestones.cancelNote(),
                order.origin().test());
    }

    private static boolean perhapsOfBuyer(Milestones milestones) {
        CancelReason reason = milestones.cancelReason();
        return reason != null && reason.perhapsOfBuyer();
    }
}
