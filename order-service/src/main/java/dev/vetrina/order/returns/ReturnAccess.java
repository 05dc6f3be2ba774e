package dev.vetrina.order.returns;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderAccess;
import dev.vetrina.order.lifecycle.OrderScope;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.returns.Returns.Filter;
import dev.vetrina.order.returns.Returns.Ref;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may see which returns: customers and brands their own, operators all. A withdrawal is its consumer's. */
@RequestScoped
class ReturnAccess {

    private final Caller caller;
    private final Returns returns;
    private final Orders orders;
    private final OrderAccess orderAccess;

    ReturnAccess(Caller caller, Returns returns, Orders orders, OrderAccess orderAccess) {
        this.caller = caller;
        this.returns = returns;
        this.orders = orders;
        this.orderAccess = orderAccess;
    }

    Order ownOrder(UUID orderId) {
        return orderAccess.ownOrder(orderId);
    }

    /** The order of a return that goes to the caller: 404 if that is not its business. */
    UUID orderOfOwn(UUID returnId) {
        Ref ref = returns.find(returnId);
        if (!caller.actsFor(brandOf(ref))) {
            throw ProblemException.notFound("return", returnId);
        }
        return ref.orderId();
    }

    ReturnView view(UUID returnId) {
        Ref ref = returns.find(returnId);
        if (!caller.actsFor(brandOf(ref)) && !buys(ref)) {
            throw ProblemException.notFound("return", returnId);
        }
        return view(ref);
    }

    Page<ReturnView> page(@Nullable UUID orderId, @Nullable ReturnStatus status, boolean test, PageParams page) {
        List<Ref> refs =
                returns.list(new Filter(OrderScope.of(caller), orderId, status, test), page.after(), page.rows());
        Set<UUID> orderIds = refs.stream().map(Ref::orderId).collect(Collectors.toSet());
        Map<UUID, Order> ofPage = orders.all(orderIds);
        Map<UUID, OrderReturns> ofOrders = returns.of(orderIds);
        return Page.byId(refs, page, Ref::id, ref -> view(ref, of(ref.orderId(), ofPage), of(ref.orderId(), ofOrders)));
    }

    private static <T> T of(UUID orderId, Map<UUID, T> known) {
        return Objects.requireNonNull(known.get(orderId), "an order is never deleted");
    }

    private ReturnView view(Ref ref) {
        return view(ref, orders.get(ref.orderId()), returns.of(ref.orderId()));
    }

    private static ReturnView view(Ref ref, Order order, OrderReturns ofOrder) {
        return ReturnView.of(ofOrder.get(ref.id()), brandOf(ref), order.origin().currency());
    }

    private boolean buys(Ref ref) {
        return caller.is(Roles.CUSTOMER) && caller.subject().equals(ref.customerId());
    }

    private static UUID brandOf(Ref ref) {
        return Objects.requireNonNull(ref.brandId(), "a return goes to a brand");
    }

    /** The order of a withdrawal of the caller's own: 404 if it is somebody else's. */
    UUID orderOfWithdrawal(UUID withdrawalId) {
        Ref ref = returns.findWithdrawal(withdrawalId);
        if (!buys(ref) && !caller.is(Roles.OPERATOR)) {
            throw ProblemException.notFound("withdrawal", withdrawalId);
        }
        return ref.orderId();
    }

    WithdrawalView withdrawal(UUID withdrawalId) {
        UUID orderId = orderOfWithdrawal(withdrawalId);
        OrderReturns ofOrder = returns.of(orderId);
        return WithdrawalView.of(orders.get(orderId), ofOrder.withdrawal(withdrawalId), ofOrder);
    }
}
