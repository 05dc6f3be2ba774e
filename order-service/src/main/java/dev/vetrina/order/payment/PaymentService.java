package dev.vetrina.order.payment;

import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.order.payment.PaymentProvider.NoAnswerException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Asks the provider, outside of transactions, and settles what it says through the group commit. */
@ApplicationScoped
public class PaymentService {

    private static final Logger LOG = Logger.getLogger(PaymentService.class);

    private final GroupCommit groupCommit;
    private final PaymentProvider provider;

    PaymentService(GroupCommit groupCommit, PaymentProvider provider) {
        this.groupCommit = groupCommit;
        this.provider = provider;
    }

    /**
     * Pays an order, or resumes what an earlier run of the same request began.
     *
     * @throws dev.vetrina.kit.problem.ProblemException 409 if the order cannot be paid (any more)
     */
    Payment pay(Order order, String requestId, String methodToken) {
        Payment payment = groupCommit.submit(new StartPayment(order.id(), Ids.next(), requestId, methodToken));
        return payment.status().unanswered() ? carryOn(order, payment) : payment;
    }

    /** Asks the provider to pay an attempt that was recorded. Safe to repeat: the attempt's id is the provider's key. */
    public Payment carryOn(Order order, Payment payment) {
        Money amount = order.total();
        return settle(payment, ask(() -> provider.pay(payment.id(), amount, payment.methodToken())));
    }

    /** Asks what became of a payment, after the buyer's challenge or after an answer was lost. */
    Payment refresh(Payment payment) {
        return payment.status().open() ? settle(payment, ask(() -> provider.status(payment.id()))) : payment;
    }

    /**
     * Finds out what became of a payment whose answer was lost. If the provider never heard of it, the request may still
     * arrive: it is cancelled there, so that it charges nobody then.
     */
    Payment resolve(Payment payment) {
        ProviderAnswer answer = ask(() -> provider.status(payment.id()));
        return answer instanceof ProviderAnswer.NotKnown ? cancel(payment) : settle(payment, answer);
    }

    /** For a payment that the provider was perhaps never told of: makes sure that it is not charged any more. */
    Payment cancel(Payment payment) {
        return settle(payment, ask(() -> provider.cancel(payment.id())));
    }

    Payment refund(Payment payment) {
        return settle(payment, ask(() -> provider.refund(payment.id())));
    }

    private Payment settle(Payment payment, ProviderAnswer answer) {
        Payment settled = groupCommit.submit(new SettlePayment(payment.orderId(), payment.id(), answer));
        // What could not be kept goes back at once; if that is not done with the first call, the janitor repeats it.
        return settled.status() == PaymentStatus.REFUNDING && payment.status() != PaymentStatus.REFUNDING
                ? refund(settled)
                : settled;
    }

    private static ProviderAnswer ask(Supplier<ProviderAnswer> question) {
        try {
            return question.get();
        } catch (NoAnswerException e) {
            return new ProviderAnswer.NoAnswer();
        } catch (RuntimeException e) {
            // However the call failed, money may have moved, and nobody knows.
            LOG.warn("The payment provider's answer was not understood", e);
            return new ProviderAnswer.NoAnswer();
        }
    }
}
