package dev.vetrina.order.payment;

import dev.vetrina.order.payment.provider.PaymentProvider;
import dev.vetrina.order.payment.provider.PaymentProvider.NoAnswerException;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/** The providers that this installation knows: one takes new payments, the others finish their own. */
@ApplicationScoped
class PaymentProviders {

    private final List<PaymentProvider> all;
    private final PaymentSettings settings;

    PaymentProviders(@All List<PaymentProvider> all, PaymentSettings settings) {
        this.all = List.copyOf(all);
        this.settings = settings;
    }

    void require(@Observes StartupEvent event) {
        PaymentProvider _ = forNewPayments();
    }

    /** @throws IllegalStateException if it is not configured */
    PaymentProvider forNewPayments() {
        return find(settings.provider())
                .orElseThrow(() -> new IllegalStateException(
                        "vetrina.payment.provider is " + settings.provider() + ", which is not configured"));
    }

    /** @throws NoAnswerException if it is not configured (any more): whoever asks, asks again later */
    PaymentProvider of(String name) {
        return find(name)
                .orElseThrow(() -> new NoAnswerException("the payment provider " + name + " is not configured"));
    }

    Optional<PaymentProvider> find(String name) {
        return all.stream()
                .filter(provider -> provider.name().equals(name) && provider.ready())
                .findFirst();
    }
}
