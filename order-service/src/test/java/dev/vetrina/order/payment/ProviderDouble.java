package dev.vetrina.order.payment;

import dev.vetrina.events.Money;
import dev.vetrina.order.payment.provider.PaymentProvider;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A provider that says the same to every question about a payment. */
class ProviderDouble implements PaymentProvider {

    private final Supplier<ProviderReply> reply;

    ProviderDouble(Supplier<ProviderReply> reply) {
        this.reply = reply;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, true, Duration.ofDays(7));
    }

    @Override
    public ProviderReply authorise(PaymentRequest payment) {
        return reply.get();
    }

    @Override
    public ProviderReply status(PaymentRequest payment) {
        return reply.get();
    }

    @Override
    public ProviderReply capture(PaymentRequest payment, UUID captureId, Money amount, boolean last) {
        return reply.get();
    }

    @Override
    public ProviderReply cancel(PaymentRequest payment) {
        return reply.get();
    }

    @Override
    public RefundAnswer refund(PaymentRequest payment, UUID refundId, Money amount) {
        return new RefundAnswer.Succeeded(null);
    }

    @Override
    public ProviderEvent webhook(byte[] body, Function<String, @Nullable String> header) {
        return new ProviderEvent("evt", new ProviderEvent.NotOurs());
    }
}
