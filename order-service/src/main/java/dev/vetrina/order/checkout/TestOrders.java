package dev.vetrina.order.checkout;

import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.address.AddressRequest;
import dev.vetrina.order.lifecycle.OrderView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Checkout for test orders: what a buyer's order goes through, with another pool of stock. */
@ApplicationScoped
public class TestOrders {

    private final CheckoutService checkout;

    TestOrders(CheckoutService checkout) {
        this.checkout = checkout;
    }

    /**
     * @param quantities by variant
     * @param key claimed and answered together with the order
     * @throws ProblemException as for a buyer's order, and 404 for another brand's variant
     */
    public OrderView place(
            UUID brandId,
            String market,
            Map<UUID, Integer> quantities,
            AddressRequest shippingAddress,
            IdempotentRequest key) {
        return checkout.placeTest(TestPurchase.of(market, quantities, shippingAddress), brandId, key);
    }
}
