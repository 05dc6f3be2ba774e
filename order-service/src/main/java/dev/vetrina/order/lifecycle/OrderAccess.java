package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may see which orders: customers their own, brands those with a line of theirs, operators all. */
@RequestScoped
public class OrderAccess {

    private final Caller caller;
    private final Orders orders;
    private final HoldClock holdClock;

    OrderAccess(Caller caller, Orders orders, HoldClock holdClock) {
        this.caller = caller;
        this.orders = orders;
        this.holdClock = holdClock;
    }

    /** @throws ProblemException 404, also if the caller may not see it */
    public Order ownOrder(UUID id) {
        Order order = orders.get(id);
        if (!order.origin().customerId().equals(caller.subject()) && !caller.is(Roles.OPERATOR)) {
            throw ProblemException.notFound("order", id);
        }
        return order;
    }

    OrderView view(UUID id) {
        Order order = orders.get(id);
        if (caller.is(Roles.OPERATOR) || order.origin().customerId().equals(caller.subject())) {
            return whole(order);
        }
        OrderView ofBrand = caller.brandId()
                .map(brandId -> OrderView.forBrand(order, brandId))
                .orElseThrow(() -> ProblemException.notFound("order", id));
        if (ofBrand.lines().isEmpty()) {
            throw ProblemException.notFound("order", id);
        }
        return ofBrand;
    }

    /**
     * As whom the caller sees an order: the brand, or null for its customer and operators, who see everything.
     *
     * @throws ProblemException 404 if the caller may not see it
     */
    @Nullable
    UUID viewedAs(UUID id) {
        Order order = orders.get(id);
        if (caller.is(Roles.OPERATOR) || order.origin().customerId().equals(caller.subject())) {
            return null;
        }
        return caller.brandId()
                .filter(brandId ->
                        order.parts().stream().anyMatch(part -> part.brandId().equals(brandId)))
                .orElseThrow(() -> ProblemException.notFound("order", id));
    }

    /**
     * Whose orders a list shows.
     *
     * @param customerId whom an operator asks about, or null
     * @throws ProblemException 403 if another asks about a customer
     */
    OrderScope scope(@Nullable String customerId) {
        if (caller.is(Roles.OPERATOR)) {
            return new OrderScope(customerId, null);
        }
        if (customerId != null) {
            throw ProblemException.forbidden("Only operators search by customer.");
        }
        return OrderScope.of(caller);
    }

    OrderView shown(Order order) {
        return caller.is(Roles.OPERATOR) || order.origin().customerId().equals(caller.subject())
                ? whole(order)
                : caller.brandId()
                        .map(brandId -> OrderView.forBrand(order, brandId))
                        .orElseGet(() -> whole(order));
    }

    private OrderView whole(Order order) {
        return order.status() == OrderStatus.PENDING_PAYMENT
                ? OrderView.of(order, holdClock.endOf(order))
                : OrderView.of(order);
    }
}
