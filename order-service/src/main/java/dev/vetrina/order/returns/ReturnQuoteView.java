package dev.vetrina.order.returns;

import dev.vetrina.events.FulfilmentEvent.RefundedUnits;
import dev.vetrina.events.Money;
import dev.vetrina.order.fulfilment.GivenBack;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ReturnQuote", description = "What would go back if the goods came back now")
record ReturnQuoteView(
        List<Line> lines,

        @Schema(
                description =
                        "With its tax; more than zero only if nothing of the brand's part stays with the buyer, and none"
                                + " of it comes back for a reason of the buyer's own")
        Money shipping,

        Money shippingTax,

        @Schema(description = "Everything that would go back")
        Money total,

        @Schema(description = "The tax in it") Money tax) {

    @Schema(name = "ReturnQuoteLine")
    record Line(UUID lineId, int quantity, Money total, Money tax) {

        static Line of(RefundedUnits units) {
            return new Line(units.lineId(), units.quantity(), units.total(), units.tax());
        }
    }

    static ReturnQuoteView of(GivenBack back) {
        return new ReturnQuoteView(
                back.lines().stream().map(Line::of).toList(),
                back.shipping(),
                back.shippingTax(),
                back.total(),
                back.tax());
    }
}
