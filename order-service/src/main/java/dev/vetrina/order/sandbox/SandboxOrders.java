package dev.vetrina.order.sandbox;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderView;
import dev.vetrina.order.lifecycle.Orders;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The test orders of the brand that asks: of any other order nothing is known here. */
@RequestScoped
class SandboxOrders {

    private final Caller caller;
    private final Orders orders;

    SandboxOrders(Caller caller, Orders orders) {
        this.caller = caller;
        this.orders = orders;
    }

    /** @throws ProblemException 403 for a token without a brand */
    UUID brand() {
        return caller.brandId().orElseThrow(() -> ProblemException.forbidden("The access token names no brand."));
    }

    /** @throws ProblemException 404, also for a real order */
    Order own(UUID id) {
        UUID brandId = brand();
        Order order = orders.get(id);
        boolean own = order.parts().stream().allMatch(part -> part.brandId().equals(brandId));
        if (!order.origin().test() || !own) {
            throw ProblemException.notFound("test order", id);
        }
        return order;
    }

    /** With what its buyer would see of its payment. */
    OrderView view(UUID id) {
        return OrderView.of(own(id));
    }

    Actor brandItself() {
        return Actor.brand(brand());
    }

    static Actor buyer(Order order) {
        return Actor.customer(order.origin().customerId());
    }
}
