package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

        @Schema(description = "The show that sold it: the one that it named or, if it named none, that of its lines")
        @Nullable
        UUID sessionId,

        @Nullable UUID creatorId,
        List<Line> lines,

        @Schema(description = "What each brand fulfils, with its shipping")
        List<Part> fulfilments,

        @Schema(description = "Sales tax, contained in the total or, where prices are exclusive, added to it")
        Money tax,

        @Schema(description = "What the buyer pays: the sum of the lines and the shipping shown")
        Money total,

        @Schema(description = "Absent once it was erased, and for a brand while nothing is paid") @Nullable
        ShippingAddress shippingAddress,

        @Schema(description = "The latest attempt to pay it") @Nullable
        PaymentView payment,

        Instant placedAt,

        @Schema(description = "The stock is held until then; payment closes 60 s before")
        Instant reservedUntil,

        @Schema(description = "Why it was cancelled; a brand sees codes only, nobody's words") @Nullable
        String reason,

        @Schema(description = "Made in the sandbox: nothing is to be sent, and nobody pays")
        boolean test)
        implements Identified, Versioned {

    @Schema(name = "OrderLine")
    public record Line(
            UUID id,
            UUID variantId,
            UUID productId,
            UUID brandId,
            String title,
            int quantity,

            @Schema(description = "The catalogue's price of a unit")
            Money listPrice,

            @Schema(description = "Of a unit, before discounts: the list price, or the deal's")
            Money unitPrice,

            List<Discount> discounts,
            Money tax,

            @Schema(description = "What the buyer pays for the line")
            Money total,

            @Nullable UUID sessionId,
            @Nullable UUID creatorId,
            @Nullable UUID dealId) {

        static Line of(OrderLine line) {
            return new Line(
                    line.id(),
                    line.variantId(),
                    line.productId(),
                    line.brandId(),
                    line.title(),
                    line.quantity(),
                    line.listPrice(),
                    line.unitPrice(),
                    line.discounts().stream().map(Discount::of).toList(),
                    line.tax(),
                    line.total(),
                    line.origin().sessionId(),
                    line.origin().creatorId(),
                    line.origin().dealId());
        }
    }

    @Schema(name = "OrderDiscount")
    public record Discount(
            @Schema(description = "The coupon's code") String code,
            @Schema(description = "Who bears it") LineDiscount.Payer payer,
            Money amount) {

        public static Discount of(LineDiscount discount) {
            return new Discount(discount.code(), discount.payer(), discount.amount());
        }
    }

    @Schema(name = "OrderFulfilment", description = "The part of an order that one brand fulfils")
    public record Part(
            UUID id,
            UUID brandId,
            FulfilmentStatus status,
            String shippingOption,
            Money shipping,
            Money tax,
            Money total) {

        static Part of(Order order, BrandPart part) {
            return new Part(
                    part.fulfilmentId(),
                    part.brandId(),
                    part.status().shown(order.status()),
                    part.shippingOption(),
                    part.shipping(),
                    part.tax(),
                    part.total());
        }
    }

    public static OrderView of(Order order) {
        return of(order, order.reservedUntil());
    }

    /** @param reservedUntil the end of its hold where a pause of the show has moved it */
    static OrderView of(Order order, Instant reservedUntil) {
        return of(
                order,
                order.lines(),
                order.parts(),
                order.address(),
                order.attempts().latest().orElse(null),
                reservedUntil,
                order.reason());
    }

    /**
     * A brand sees what concerns itself, and where to only once it is paid. How the buyer pays does not concern it, nor in which words
     * the buyer or another brand cancelled.
     */
    static OrderView forBrand(Order order, UUID brandId) {
        return of(
                order,
                order.lines().stream()
                        .filter(line -> line.brandId().equals(brandId))
                        .toList(),
                order.parts().stream()
                        .filter(part -> part.brandId().equals(brandId))
                        .toList(),
                order.status().kept() ? order.address() : null,
                null,
                order.reservedUntil(),
                CancelReason.codeOf(order.reason()));
    }

    private static OrderView of(
            Order order,
            List<OrderLine> lines,
            List<BrandPart> parts,
            @Nullable ShippingAddress address,
            @Nullable Payment payment,
            Instant reservedUntil,
            @Nullable String reason) {
        OrderOrigin origin = order.origin();
        return new OrderView(
                order.id(),
                order.version(),
                order.status(),
                origin.market(),
                origin.sessionId(),
                origin.creatorId(),
                lines.stream().map(Line::of).toList(),
                parts.stream().map(part -> Part.of(order, part)).toList(),
                sum(origin, lines.stream().map(OrderLine::tax), parts.stream().map(BrandPart::tax)),
                sum(origin, lines.stream().map(OrderLine::total), parts.stream().map(BrandPart::total)),
                address,
                payment == null ? null : PaymentView.of(payment),
                order.placedAt(),
                reservedUntil,
                reason,
                origin.test());
    }

    private static Money sum(OrderOrigin origin, Stream<Money> ofLines, Stream<Money> ofParts) {
        return Stream.concat(ofLines, ofParts).reduce(Money.zero(origin.currency()), Money::plus);
    }
}
