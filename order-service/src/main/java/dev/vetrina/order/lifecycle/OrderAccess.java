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

    OrderFilter filter(@Nullable UUID sessionId, @Nullable OrderStatus status) {
        if (caller.is(Roles.OPERATOR)) {
            return new OrderFilter(null, null, sessionId, status);
        }
        return caller.brandId()
                .map(brandId -> new OrderFilter(null, brandId, sessionId, status))
                .orElseGet(() -> new OrderFilter(caller.subject(), null, sessionId, status));
    }

    OrderView shown(Order order) {
        return caller.is(Roles.OPERATOR)
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
