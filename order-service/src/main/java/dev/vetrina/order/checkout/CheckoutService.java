package dev.vetrina.order.checkout;

import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.idempotency.ReplayException;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.outbox.OutboxMessage;
import dev.vetrina.order.checkout.PlaceOrder.FirstPayment;
import dev.vetrina.order.checkout.PlaceOrderRequest.PayNow;
import dev.vetrina.order.claim.NewClaims;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.commit.KeyLeases;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderView;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.order.limit.PurchaseLimits;
import dev.vetrina.order.payment.PaymentService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CheckoutService {

    private final OrderPricing pricing;
    private final GroupCommit groupCommit;
    private final Outbox outbox;
    private final Answers answers;
    private final PaymentService payments;
    private final Orders orders;
    private final PurchaseLimits limits;
    private final KeyLeases leases;
    private final Clock clock;

    CheckoutService(
            OrderPricing pricing,
            GroupCommit groupCommit,
            Outbox outbox,
            Answers answers,
            PaymentService payments,
            Orders orders,
            PurchaseLimits limits,
            KeyLeases leases,
            Clock clock) {
        this.limits = limits;
        this.leases = leases;
        this.pricing = pricing;
        this.groupCommit = groupCommit;
        this.outbox = outbox;
        this.answers = answers;
        this.payments = payments;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Everything that needs no lock is done here, on the buyer's own thread: prices, event and answer are ready before the queue.
     *
     * @return the order as it is now: placed, and paid if that was asked for and went well
     */
    OrderView place(PlaceOrderRequest request, String customerId, IdempotentRequest key) {
        PricedOrder priced = answers.unlessAnswered(key, () -> pricing.price(request, customerId, clock.instant()));
        return place(priced, firstPayment(request, key), key, "/v1/orders/");
    }

    /** Places a test order, at the price of this moment: the brand was shown none. */
    OrderView placeTest(TestPurchase purchase, UUID brandId, IdempotentRequest key) {
        PricedOrder priced = answers.unlessAnswered(
                key, () -> pricing.price(purchase, clock.instant()).testOrder(brandId));
        return place(priced, null, key, "/v1/sandbox/orders/");
    }

    private OrderView place(PricedOrder priced, @Nullable FirstPayment first, IdempotentRequest key, String path) {
        Order order = priced.place();
        OrderPlaced placed = order.placed();
        var claims =
                new NewClaims(order.origin().customerId(), priced.lines(), limitedOf(order), priced.waitlistEntries());
        OutboxMessage message = outbox.prepare(placed);
        String location = path + order.id();
        if (first != null) {
            KeyedAnswer answer = answers.underLease(key, 201, location);
            return placeAndPay(new PlaceOrder(priced, claims, placed, message, first, answer), first);
        }
        OrderView view = OrderView.of(order);
        groupCommit.submit(new PlaceOrder(priced, claims, placed, message, null, answers.created(key, location, view)));
        return view;
    }

    /** What a test orders counts towards no limit. */
    private Set<UUID> limitedOf(Order order) {
        return order.origin().test() ? Set.of() : limits.limited(order.variantIds());
    }

    private @Nullable FirstPayment firstPayment(PlaceOrderRequest request, IdempotentRequest key) {
        PayNow payment = request.payment();
        return payment == null
                ? null
                : new FirstPayment(
                        Ids.next(),
                        HexFormat.of().formatHex(key.id()),
                        payments.providerOfNew(),
                        payment.paymentMethodToken());
    }

    /** The stored answer of such a request tells only where the order is: a repeat goes on from the payment that it finds. */
    private OrderView placeAndPay(PlaceOrder draft, FirstPayment first) {
        KeyedAnswer answer = draft.keyedAnswer();
        try {
            Order order = groupCommit.submit(draft);
            return OrderView.of(paid(order.payment(first.id()), answer));
        } catch (ReplayException replay) {
            throw answers.replayed(replay, OrderView.of(resumed(Answers.createdId(replay), first, answer)));
        }
    }

    /** Once the payment has left its first state, that alone tells a repeat that nobody waits for the provider: no lease is ended. */
    private Order paid(Payment payment, KeyedAnswer answer) {
        Order order;
        try {
            order = payments.orderAfter(payment);
        } catch (RuntimeException notSettled) {
            leases.end(answer);
            throw notSettled;
        }
        if (order.payment(payment.id()).status() == PaymentStatus.PROCESSING) {
            leases.end(answer);
        }
        return order;
    }

    private Order resumed(UUID orderId, FirstPayment first, KeyedAnswer answer) {
        Order order = orders.get(orderId);
        Optional<Payment> underWay = order.attempts()
                .ofRequest(first.requestId())
                .filter(payment -> payment.status() == PaymentStatus.PROCESSING);
        if (underWay.isEmpty()) {
            return order;
        }
        // Also if it was this very run that began it, and only the answer of its commit was lost.
        leases.take(answer);
        return paid(underWay.get(), answer);
    }
}
