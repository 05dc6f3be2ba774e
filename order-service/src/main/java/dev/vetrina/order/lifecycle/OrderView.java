package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. A brand sees its own lines only, and their total. */
@Schema(name = "Order")
public record OrderView(
        UUID id,

        @Schema(description = "The row version, also sent as ETag")
        long version,

        OrderStatus status,

        @Schema(description = "ISO 3166 code", examples = "GB")
        String market,

        @Schema(description = "The show in which it was placed") @Nullable
        UUID sessionId,

        @Nullable UUID creatorId,
        List<Line> lines,
        @Schema(description = "The sum of the lines shown") Money total,
        Instant placedAt,

        @Schema(description = "The stock is held until then; payment closes 60 s before")
        Instant reservedUntil,

        @Schema(description = "Why it was cancelled") @Nullable
        String reason)
        implements Identified, Versioned {

    @Schema(name = "OrderLine")
    public record Line(
            UUID id,
            UUID variantId,
            UUID productId,
            UUID brandId,
            String title,
            int quantity,
            Money unitPrice,
            Money total) {

        static Line of(OrderLine line) {
            return new Line(
                    line.id(),
                    line.variantId(),
                    line.productId(),
                    line.brandId(),
                    line.title(),
                    line.quantity(),
                    line.unitPrice(),
                    line.total());
        }
    }

    public static OrderView of(Order order) {
        return of(order, order.lines());
    }

    static OrderView forBrand(Order order, UUID brandId) {
        return of(
                order,
                order.lines().stream()
                        .filter(line -> line.brandId().equals(brandId))
                        .toList());
    }

    private static OrderView of(Order order, List<OrderLine> shown) {
        OrderOrigin origin = order.origin();
        return new OrderView(
                order.id(),
                order.version(),
                order.status(),
                origin.market(),
                origin.sessionId(),
                origin.creatorId(),
                shown.stream().map(Line::of).toList(),
                shown.stream().map(OrderLine::total).reduce(Money.zero(origin.currency()), Money::plus),
                order.placedAt(),
                order.reservedUntil(),
                order.reason());
    }
}
