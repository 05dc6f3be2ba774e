package dev.vetrina.order.payment;

import dev.vetrina.events.Money;
import dev.vetrina.order.payment.provider.PaymentProvider;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The provider itself, but for one question about a payment of one amount: it is let through once the provider is woken. */
final class SlowProvider implements PaymentProvider, AutoCloseable {

    private static final long LONGEST_SECONDS = 60;

    private final PaymentProvider real;
    private final Money amount;
    private final String slow;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicBoolean first = new AtomicBoolean(true);
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch woken = new CountDownLatch(1);

    /** @param slow the name of the question that is answered late, when it is asked for the first time */
    SlowProvider(PaymentProvider real, Money amount, String slow) {
        this.real = real;
        this.amount = amount;
        this.slow = slow;
    }

    void awaitQuestion() throws InterruptedException {
        if (!waiting.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asked to " + slow);
        }
    }

    /** How often the slow question was asked. */
    long timesAsked() {
        return asked.stream().filter(slow::equals).count();
    }

    @Override
    public void close() {
        woken.countDown();
    }

    private PaymentProvider asked(String question, PaymentRequest payment) {
        if (payment.amount().equals(amount)) {
            asked.add(question);
            if (question.equals(slow) && first.getAndSet(false)) {
                waiting.countDown();
                sleep();
            }
        }
        return real;
    }

    private void sleep() {
        try {
            if (!woken.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new NoAnswerException("nobody woke the provider");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public boolean ready() {
        return real.ready();
    }

    @Override
    public Capabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public ProviderReply authorise(PaymentRequest payment) {
        return asked("authorise", payment).authorise(payment);
    }

    @Override
    public ProviderReply status(PaymentRequest payment) {
        return asked("status", payment).status(payment);
    }

    @Override
    public ProviderReply capture(PaymentRequest payment, UUID captureId, Money part, boolean last) {
        return asked("capture", payment).capture(payment, captureId, part, last);
    }

    @Override
    public ProviderReply cancel(PaymentRequest payment) {
        return asked("cancel", payment).cancel(payment);
    }

    @Override
    public RefundAnswer refund(PaymentRequest payment, UUID refundId, Money part) {
        return asked("refund", payment).refund(payment, refundId, part);
    }

    @Override
    public ProviderEvent webhook(byte[] body, Function<String, @Nullable String> header) {
        return real.webhook(body, header);
    }
}
