package dev.vetrina.order.payment.simulated;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.payment.provider.PaymentProvider;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import dev.vetrina.order.payment.simulated.ChargeEntry.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SimulatedPayments implements PaymentProvider {

    static final String NAME = "simulated";

    private final ChargeBook book;
    private final SimulatedSwitch power;
    private final SimulatedSettings settings;
    private final SimulatedWebhooks webhooks;
    private final Clock clock;

    SimulatedPayments(
            ChargeBook book,
            SimulatedSwitch power,
            SimulatedSettings settings,
            SimulatedWebhooks webhooks,
            Clock clock) {
        this.book = book;
        this.power = power;
        this.settings = settings;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ready() {
        // Also where another takes the real payments: the tests of partners are paid here.
        return true;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(settings.multicapture(), true, settings.authorisationLifetime());
    }

    @Override
    public ProviderReply authorise(PaymentRequest payment) {
        SimulatedCharge charge = book.enter(payment.paymentId(), known -> {
            SimulatedCharge charged = known.orElseGet(() -> SimulatedCharge.charge(payment, clock.instant()));
            return new Change<>(Optional.of(charged), charged);
        });
        ProviderReply reply = reply(charge);
        webhooks.tell(charge, reply.answer());
        if (charge.token().losesItsAnswer()) {
            throw new NoAnswerException("simulated time-out after the capture");
        }
        return reply;
    }

    @Override
    public ProviderReply status(PaymentRequest payment) {
        return book.enter(
                payment.paymentId(),
                known -> new Change<>(
                        known, known.map(this::reply).orElse(ProviderReply.of(new ProviderAnswer.NotKnown()))));
    }

    @Override
    public ProviderReply capture(PaymentRequest payment, UUID captureId, Money amount, boolean last) {
        return change(payment.paymentId(), charge -> charge.capture(captureId, amount.amount(), last));
    }

    @Override
    public ProviderReply cancel(PaymentRequest payment) {
        return book.enter(payment.paymentId(), known -> {
            SimulatedCharge charge =
                    known.orElseGet(() -> SimulatedCharge.cancelled(payment.paymentId(), clock.instant()));
            charge.cancel();
            return new Change<>(Optional.of(charge), reply(charge));
        });
    }

    @Override
    public RefundAnswer refund(PaymentRequest payment, UUID refundId, Money amount) {
        RefundAnswer answer = book.enter(
                payment.paymentId(),
                known -> new Change<>(
                        known,
                        known.map(charge -> charge.refund(refundId, amount.amount()))
                                .orElse(new RefundAnswer.Failed("payment_not_known"))));
        webhooks.tell(payment, refundId, answer);
        return answer;
    }

    @Override
    public ProviderEvent webhook(byte[] body, Function<String, @Nullable String> header) {
        power.requireOn();
        return webhooks.read(body, header);
    }

    /** Harmless if the payment does not wait for a challenge (any more). @throws ProblemException 404 if it is not known */
    void challenge(UUID paymentId, boolean passed) {
        ProviderReply _ = change(paymentId, passed ? SimulatedCharge::passChallenge : SimulatedCharge::failChallenge);
    }

    /** @throws ProblemException 404 */
    ChargeView charge(UUID paymentId) {
        Optional<ChargeView> view =
                book.enter(paymentId, known -> new Change<>(known, known.map(SimulatedCharge::view)));
        return view.orElseThrow(() -> ProblemException.notFound("charge", paymentId));
    }

    private ProviderReply change(UUID paymentId, Consumer<SimulatedCharge> change) {
        Optional<SimulatedCharge> changed = book.enter(paymentId, known -> {
            known.ifPresent(change);
            return new Change<>(known, known);
        });
        SimulatedCharge charge = changed.orElseThrow(() -> ProblemException.notFound("payment", paymentId));
        ProviderReply reply = reply(charge);
        webhooks.tell(charge, reply.answer());
        return reply;
    }

    private ProviderReply reply(SimulatedCharge charge) {
        return new ProviderReply(charge.answer(settings.authorisationLifetime()), "sim_" + charge.paymentId());
    }
}
