package dev.vetrina.order.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.PaymentIntentService;
import dev.vetrina.events.Money;
import dev.vetrina.order.payment.provider.PaymentProvider;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StripePayments implements PaymentProvider {

    private static final long REFUNDS_LOOKED_THROUGH = 100;

    private final StripeSettings settings;
    private final StripeRequests requests;
    private final StripeAnswers answers;
    private final StripeEvents events;
    private final Optional<StripeClient> client;

    StripePayments(StripeSettings settings, Clock clock) {
        this.settings = settings;
        this.requests = new StripeRequests(settings);
        this.answers = new StripeAnswers(settings.authorisationLifetime());
        this.events = new StripeEvents(settings, answers, clock);
        this.client = settings.apiKey().map(key -> client(key, settings));
    }

    private static StripeClient client(String key, StripeSettings settings) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(settings.apiBase().toString())
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setReadTimeout((int) settings.readTimeout().toMillis())
                // The janitor repeats, under the same key and with patience; the buyer's own request does not wait for
                // it.
                .setMaxNetworkRetries(0)
                .build();
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public boolean ready() {
        return client.isPresent();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(settings.multicapture(), true, settings.authorisationLifetime());
    }

    @Override
    public ProviderReply authorise(PaymentRequest payment) {
        return create(payment, requests.charge(payment));
    }

    /** Without Stripe's id the request is repeated: Stripe answers what the first one did, or does it now. */
    @Override
    public ProviderReply status(PaymentRequest payment) {
        String reference = payment.reference();
        return reference == null
                ? authorise(payment)
                : call(() -> answers.of(intents().retrieve(reference)));
    }

    @Override
    public ProviderReply capture(PaymentRequest payment, UUID captureId, Money amount, boolean last) {
        String reference = referenceOf(payment);
        try {
            return answers.of(intents()
                    .capture(reference, requests.capture(amount, last), StripeRequests.once("capture-" + captureId)));
        } catch (InvalidRequestException e) {
            // It is captured or cancelled already: its present state is the answer.
            return call(() -> answers.of(intents().retrieve(reference)));
        } catch (StripeException e) {
            throw noAnswer(e);
        }
    }

    @Override
    public ProviderReply cancel(PaymentRequest payment) {
        String reference = payment.reference();
        return reference == null ? cancelUnheard(payment) : cancel(payment, reference);
    }

    /**
     * Without Stripe's id nobody knows whether the request arrived, and repeating it would charge a buyer whose order is given
     * up. So the same key is used without confirming: if it is free, it is taken by an intent that moves no money, and the
     * lost request, should it still arrive, is refused. If it is not free, Stripe refuses this one for its other
     * parameters, and repeating the true request answers what that one did.
     */
    private ProviderReply cancelUnheard(PaymentRequest payment) {
        ProviderReply made;
        try {
            made = answers.of(intents().create(requests.placeholder(payment), key(payment)));
        } catch (IdempotencyException e) {
            made = authorise(payment);
        } catch (InvalidRequestException e) {
            if ("resource_missing".equals(e.getCode())) {
                // There is no such payment method: the request that was lost was refused as this one is.
                return ProviderReply.of(new ProviderAnswer.Cancelled());
            }
            throw noAnswer(e);
        } catch (StripeException e) {
            throw noAnswer(e);
        }
        String reference = made.reference();
        if (reference == null || made.answer() instanceof ProviderAnswer.Captured) {
            return made;
        }
        return cancel(payment, reference);
    }

    private ProviderReply cancel(PaymentRequest payment, String reference) {
        try {
            return answers.of(intents().cancel(reference, StripeRequests.once("cancel-" + payment.paymentId())));
        } catch (InvalidRequestException e) {
            // Too late, or done before: its present state is the answer.
            return call(() -> answers.of(intents().retrieve(reference)));
        } catch (StripeException e) {
            throw noAnswer(e);
        }
    }

    /**
     * Looks before it asks: Stripe forgets keys after a day, and a refund that is repeated later than that would be a second
     * one.
     */
    @Override
    public RefundAnswer refund(PaymentRequest payment, UUID refundId, Money amount) {
        String reference = referenceOf(payment);
        Optional<Refund> known = call(() -> refundsOf(reference).stream()
                .filter(refund -> StripeMetadata.id(
                                refund.getMetadata(), StripeMetadata.REFUND, settings.installation())
                        .filter(refundId::equals)
                        .isPresent())
                .findFirst());
        if (known.isPresent()) {
            return StripeAnswers.of(known.get());
        }
        try {
            return StripeAnswers.of(stripe().v1()
                    .refunds()
                    .create(
                            requests.refund(payment, reference, refundId, amount),
                            StripeRequests.once("refund-" + refundId)));
        } catch (InvalidRequestException e) {
            return new RefundAnswer.Failed(e.getCode() == null ? "refused" : e.getCode());
        } catch (StripeException e) {
            throw noAnswer(e);
        }
    }

    private List<Refund> refundsOf(String reference) throws StripeException {
        return stripe().v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(reference)
                        .setLimit(REFUNDS_LOOKED_THROUGH)
                        .build())
                .getData();
    }

    @Override
    public ProviderEvent webhook(byte[] body, Function<String, @Nullable String> header) {
        return events.read(body, header.apply("Stripe-Signature"));
    }

    private ProviderReply create(PaymentRequest payment, PaymentIntentCreateParams params) {
        try {
            return answers.of(intents().create(params, key(payment)));
        } catch (CardException e) {
            PaymentIntent intent =
                    e.getStripeError() == null ? null : e.getStripeError().getPaymentIntent();
            String code = e.getDeclineCode() == null ? e.getCode() : e.getDeclineCode();
            return new ProviderReply(
                    new ProviderAnswer.Declined(code == null ? "card_declined" : code),
                    intent == null ? null : intent.getId());
        } catch (InvalidRequestException e) {
            return ProviderReply.of(new ProviderAnswer.Declined(e.getCode() == null ? "invalid_request" : e.getCode()));
        } catch (StripeException e) {
            throw noAnswer(e);
        }
    }

    private static RequestOptions key(PaymentRequest payment) {
        return StripeRequests.once("payment-" + payment.paymentId());
    }

    /** Finds Stripe's id of a payment that was secured without our hearing it, which an event can do. */
    private String referenceOf(PaymentRequest payment) {
        String reference = payment.reference() == null ? status(payment).reference() : payment.reference();
        if (reference == null) {
            throw new NoAnswerException("Stripe does not know payment " + payment.paymentId());
        }
        return reference;
    }

    private interface Question<A> {
        A ask() throws StripeException;
    }

    private static <A> A call(Question<A> question) {
        try {
            return question.ask();
        } catch (StripeException e) {
            throw noAnswer(e);
        }
    }

    /** Time-outs, 409 of a key in use, 429, 500, a wrong API key: nothing that says what became of the money. */
    private static NoAnswerException noAnswer(StripeException e) {
        return new NoAnswerException("Stripe: " + e.getStatusCode() + " " + e.getCode() + " " + e.getMessage(), e);
    }

    private PaymentIntentService intents() {
        return stripe().v1().paymentIntents();
    }

    private StripeClient stripe() {
        return client.orElseThrow(() -> new NoAnswerException("vetrina.payment.stripe.api-key is not set"));
    }
}
