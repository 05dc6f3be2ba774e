package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.fulfilment.Fulfilments.Filter;
import dev.vetrina.order.fulfilment.Fulfilments.Ref;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderScope;
import dev.vetrina.order.lifecycle.Orders;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may see which parts of orders: brands their own, operators all, customers those of their own orders. */
@RequestScoped
public class FulfilmentAccess {

    private final Caller caller;
    private final Fulfilments fulfilments;
    private final Orders orders;

    FulfilmentAccess(Caller caller, Fulfilments fulfilments, Orders orders) {
        this.caller = caller;
        this.fulfilments = fulfilments;
        this.orders = orders;
    }

    /** The order of a part that the caller fulfils: 404 if that is not its business. */
    public UUID orderOfOwn(UUID fulfilmentId) {
        Ref ref = fulfilments.find(fulfilmentId);
        if (!caller.actsFor(ref.brandId())) {
            throw ProblemException.notFound("fulfilment", fulfilmentId);
        }
        return ref.orderId();
    }

    /** The orders of parts that the caller fulfils, by part: 404 if one is not its business. */
    Map<UUID, UUID> ordersOfOwn(Set<UUID> fulfilmentIds) {
        return fulfilmentIds.stream().collect(Collectors.toMap(Function.identity(), this::orderOfOwn));
    }

    /** The brand whose parts the caller may fulfil; null: everybody's. */
    @Nullable
    UUID ownBrand() {
        return caller.is(Roles.OPERATOR)
                ? null
                : caller.brandId().orElseThrow(() -> ProblemException.forbidden("Only brands and operators fulfil."));
    }

    public FulfilmentView view(UUID fulfilmentId) {
        Ref ref = fulfilments.find(fulfilmentId);
        if (!caller.actsFor(ref.brandId()) && !buys(ref)) {
            throw ProblemException.notFound("fulfilment", fulfilmentId);
        }
        return view(ref);
    }

    private boolean buys(Ref ref) {
        return caller.is(Roles.CUSTOMER) && caller.subject().equals(ref.customerId());
    }

    Page<FulfilmentView> page(
            @Nullable UUID orderId, @Nullable FulfilmentStatus status, boolean test, PageParams page) {
        List<Ref> refs =
                fulfilments.list(new Filter(OrderScope.of(caller), orderId, status, test), page.after(), page.rows());
        Set<UUID> orderIds = refs.stream().map(Ref::orderId).collect(Collectors.toSet());
        Map<UUID, Order> ofPage = orders.all(orderIds);
        Map<UUID, OrderParts> parts = fulfilments.of(orderIds);
        return Page.byId(refs, page, Ref::id, ref -> view(ref, of(ref.orderId(), ofPage), of(ref.orderId(), parts)));
    }

    private static <T> T of(UUID orderId, Map<UUID, T> known) {
        return Objects.requireNonNull(known.get(orderId), "an order is never deleted");
    }

    private FulfilmentView view(Ref ref) {
        return view(ref, orders.get(ref.orderId()), fulfilments.of(ref.orderId()));
    }

    private FulfilmentView view(Ref ref, Order order, OrderParts parts) {
        boolean forBrand = !caller.is(Roles.OPERATOR) && !buys(ref);
        return FulfilmentView.of(order, parts.get(ref.id()), forBrand);
    }
}
