package dev.vetrina.order.returns;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Return")
public record ReturnView(
        UUID id,

        @Schema(description = "The row version, also sent as ETag")
        long version,

        UUID orderId,
        UUID fulfilmentId,
        UUID brandId,
        ReturnStatus status,

        @Schema(description = "The withdrawal from which it follows") @Nullable
        UUID withdrawalId,

        List<Line> lines,
        @Nullable String note,

        @Schema(description = "Why the brand does not take it back") @Nullable
        RejectReason rejectReason,

        @Nullable String decisionNote,

        @Schema(description = "What goes back for it: zero until it was received")
        Money refund,

        @Schema(description = "The tax in it") Money refundTax,
        @Schema(description = "The shipping in it") Money refundShipping,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant receivedAt)
        implements Identified, Versioned {

    @Schema(name = "ReturnLine")
    public record Line(UUID lineId, int quantity, ReturnReason reason, int received, int restocked) {

        static Line of(ReturnLine line) {
            return new Line(line.lineId(), line.quantity(), line.reason(), line.received(), line.restocked());
        }
    }

    static ReturnView of(GoodsReturn goodsReturn, UUID brandId, String currency) {
        GoodsReturn.Origin origin = goodsReturn.origin();
        GoodsReturn.Decision decision = goodsReturn.decision();
        GoodsReturn.Refund refund = goodsReturn.refund();
        return new ReturnView(
                goodsReturn.id(),
                goodsReturn.version(),
                origin.orderId(),
                origin.fulfilmentId(),
                brandId,
                goodsReturn.status(),
                origin.withdrawalId(),
                goodsReturn.lines().stream().map(Line::of).toList(),
                origin.note(),
                decision.rejectReason(),
                decision.note(),
                new Money(refund.total(), currency),
                new Money(refund.tax(), currency),
                new Money(refund.shipping(), currency),
                origin.requestedAt(),
                decision.decidedAt(),
                decision.receivedAt());
    }
}
