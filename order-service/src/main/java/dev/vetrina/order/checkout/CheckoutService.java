package dev.vetrina.order.checkout;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderOrigin;
import dev.vetrina.order.lifecycle.OrderView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class CheckoutService {

    private final OrderPricing pricing;
    private final GroupCommit groupCommit;
    private final Outbox outbox;
    private final Answers answers;
    private final CheckoutSettings settings;
    private final Clock clock;

    CheckoutService(
            OrderPricing pricing,
            GroupCommit groupCommit,
            Outbox outbox,
            Answers answers,
            CheckoutSettings settings,
            Clock clock) {
        this.pricing = pricing;
        this.groupCommit = groupCommit;
        this.outbox = outbox;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everything that needs no lock is done here, on the buyer's own thread: prices, event and answer are ready before the queue. */
    OrderView place(PlaceOrderRequest request, String customerId, IdempotentRequest key) {
        Order order = answers.unlessAnswered(key, () -> price(request, customerId));
        OrderView view = OrderView.of(order);
        groupCommit.submit(new PlaceOrder(
                order, outbox.prepare(order.placed()), answers.created(key, "/v1/orders/" + view.id(), view)));
        return view;
    }

    private Order price(PlaceOrderRequest request, String customerId) {
        Instant now = clock.instant();
        OrderOrigin origin = pricing.origin(request, customerId, now);
        return Order.place(Ids.next(), origin, pricing.lines(request, origin, now), now, settings.hold());
    }

    void cancel(UUID orderId, String reason) {
        groupCommit.submit(new CancelOrder(orderId, reason));
    }
}
