package dev.vetrina.order.payment;

import dev.vetrina.events.Money;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.DueWork;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** A provider that says nothing to whoever wants a refund, until it is closed. */
public final class SilentProvider extends ProviderDouble implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);

    public SilentProvider() {
        super(() -> ProviderReply.of(new ProviderAnswer.Pending()));
    }

    @Override
    public RefundAnswer refund(PaymentRequest payment, UUID refundId, Money amount) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new RefundAnswer.NoAnswer("time-out");
    }

    /** Refunds that ask this provider, whatever the order was paid with. */
    public Refunds refunds(GroupCommit groupCommit, Orders orders, DueWork dueWork) {
        return new Refunds(
                groupCommit, orders, dueWork, new ProviderCalls(new PaymentProviders(List.of(this), () -> name())));
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
