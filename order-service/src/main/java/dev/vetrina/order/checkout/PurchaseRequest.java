package dev.vetrina.order.checkout;

import dev.vetrina.order.address.AddressRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants to buy: to be told the price, to have it, or to try it out. */
sealed interface PurchaseRequest permits PlaceOrderRequest, OrderQuoteRequest, TestPurchase {

    String market();

    @Nullable
    UUID sessionId();

    List<LineRequest> lines();

    AddressRequest shippingAddress();

    @Nullable
    List<ShippingChoice> shipping();

    @Nullable
    List<String> couponCodes();
}
