package dev.vetrina.order.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.idempotency.StoredAnswer;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderOrigin;
import dev.vetrina.order.lifecycle.OrderView;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class CheckoutService {

    private final OrderPricing pricing;
    private final GroupCommit groupCommit;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final CheckoutSettings settings;
    private final Clock clock;

    CheckoutService(
            OrderPricing pricing,
            GroupCommit groupCommit,
            Outbox outbox,
            ObjectMapper json,
            CheckoutSettings settings,
            Clock clock) {
        this.pricing = pricing;
        this.groupCommit = groupCommit;
        this.outbox = outbox;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** Everything that needs no lock is done here, on the buyer's own thread: prices, event and answer are ready before the queue. */
    OrderView place(PlaceOrderRequest request, String customerId, IdempotentRequest key) {
        Instant now = clock.instant();
        OrderOrigin origin = pricing.origin(request, customerId, now);
        Order order = Order.place(Ids.next(), origin, pricing.lines(request, origin, now), now, settings.hold());
        OrderView view = OrderView.of(order);
        groupCommit.submit(new PlaceOrder(order, outbox.prepare(order.placed()), keyedAnswer(key, view)));
        return view;
    }

    void cancel(UUID orderId, String reason) {
        groupCommit.submit(new CancelOrder(orderId, reason));
    }

    private KeyedAnswer keyedAnswer(IdempotentRequest key, OrderView view) {
        try {
            var answer = new StoredAnswer(201, "/v1/orders/" + view.id(), json.writeValueAsString(view));
            return KeyedAnswer.of(key.id(), key.bodyHash(), answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
