package dev.vetrina.order.payment;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.HoldClock;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.simulated.SimulatedBank;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the provider, outside of transactions, and settles what it says through the group commit. */
@ApplicationScoped
public class PaymentService {

    private final GroupCommit groupCommit;
    private final PaymentProviders providers;
    private final ProviderCalls calls;
    private final Refunds refunds;
    private final Orders orders;
    private final HoldClock holdClock;

    PaymentService(
            GroupCommit groupCommit,
            PaymentProviders providers,
            ProviderCalls calls,
            Refunds refunds,
            Orders orders,
            HoldClock holdClock) {
        this.groupCommit = groupCommit;
        this.providers = providers;
        this.calls = calls;
        this.refunds = refunds;
        this.orders = orders;
        this.holdClock = holdClock;
    }

    /**
     * Pays an order, or resumes what an earlier run of the same request began.
     *
     * @param requestId hexadecimal form of the idempotency key's id
     * @throws dev.vetrina.kit.problem.ProblemException 409 if the order cannot be paid (any more)
     */
    public Payment pay(Order order, String requestId, String methodToken) {
        Payment payment = groupCommit.submit(new StartPayment(
                order.id(), Ids.next(), requestId, providerOf(order), methodToken, holdClock.endOf(order)));
        return payment.status().unanswered() ? carryOn(payment) : payment;
    }

    /** Whoever takes real payments here, no test is paid with it. */
    private String providerOf(Order order) {
        return order.origin().test() ? SimulatedBank.PROVIDER : providerOfNew();
    }

    /** The provider of a payment that begins now. */
    public String providerOfNew() {
        return providers.forNewPayments().name();
    }

    /** Asks the provider to pay an attempt that was recorded. Safe to repeat: the attempt's id is the provider's key. */
    public Payment carryOn(Payment payment) {
        return settle(payment, calls.authorise(payment));
    }

    /** The same, and what the order is then. */
    public Order orderAfter(Payment payment) {
        Order order = settled(payment, calls.authorise(payment));
        Payment settled = order.payment(payment.id());
        if (settled.givenUp() || settled.unwanted()) {
            finish(settled);
            return orders.get(order.id());
        }
        return order;
    }

    private Order settled(Payment payment, ProviderReply reply) {
        return groupCommit.submit(new SettlePayment(payment.orderId(), payment.id(), reply));
    }

    /** Asks what became of a payment, after the buyer's challenge or after an answer was lost. */
    public Payment refresh(Payment payment) {
        return payment.status().open() ? settle(payment, calls.status(payment)) : payment;
    }

    /**
     * Finds out what became of a payment whose answer was lost. If the provider never heard of it, the request may still
     * arrive: it is cancelled there, so that it charges nobody then.
     */
    Payment resolve(Payment payment) {
        ProviderReply reply = calls.status(payment);
        return reply.answer() instanceof ProviderAnswer.NotKnown ? cancel(payment) : settle(payment, reply);
    }

    /** For a payment that the provider was perhaps never told of: makes sure that it is not charged any more. */
    Payment cancel(Payment payment) {
        return settle(payment, calls.cancel(payment));
    }

    private Payment settle(Payment payment, ProviderReply reply) {
        Payment settled = settled(payment, reply).payment(payment.id());
        // Whoever tried to give it up already leaves the rest to the janitor.
        return payment.givenUp() ? settled : finish(settled);
    }

    /** What could not be kept goes back at once; if that is not done with the first call, the janitor repeats it. */
    Payment finish(Payment settled) {
        if (settled.givenUp()) {
            return cancel(settled);
        }
        if (settled.unwanted()) {
            refunds.execute(settled.orderId());
        }
        return settled;
    }
}
