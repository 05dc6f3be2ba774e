package dev.vetrina.order.checkout;

import dev.vetrina.order.address.AddressRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a brand orders of its own goods in the sandbox: at the usual price, outside of shows, deals and campaigns. */
record TestPurchase(String market, List<LineRequest> lines, AddressRequest shippingAddress) implements PurchaseRequest {

    static TestPurchase of(String market, Map<UUID, Integer> quantities, AddressRequest shippingAddress) {
        List<LineRequest> lines = quantities.entrySet().stream()
                .map(line -> new LineRequest(line.getKey(), line.getValue(), null, null, null))
                .toList();
        return new TestPurchase(market, lines, shippingAddress);
    }

    @Override
    public @Nullable UUID sessionId() {
        return null;
    }

    @Override
    public @Nullable List<ShippingChoice> shipping() {
        return null;
    }

    @Override
    public @Nullable List<String> couponCodes() {
        return null;
    }
}
