package dev.vetrina.order.checkout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/order-quotes")
@RunOnVirtualThread
@Tag(name = "Orders")
class OrderQuoteResource {

    private final OrderPricing pricing;
    private final Clock clock;

    OrderQuoteResource(OrderPricing pricing, Clock clock) {
        this.pricing = pricing;
        this.clock = clock;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "quoteOrder",
            summary = "Ask what an order would cost",
            description =
                    "Prices, discounts, shipping and tax of this moment, by the same rules as an order's. Nothing is held"
                            + " and nothing is kept: send the `total` as `expectedTotal` when the order is placed. Needs no token.")
    public OrderQuoteView quote(@NotNull @Valid OrderQuoteRequest request) {
        return OrderQuoteView.of(pricing.price(request, clock.instant()));
    }
}
