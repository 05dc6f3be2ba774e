package dev.vetrina.order.payment.simulated;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.payment.PaymentProvider;
import dev.vetrina.order.payment.ProviderAnswer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

@ApplicationScoped
class SimulatedPayments implements PaymentProvider {

    private final SimulatedChargeRepository charges;
    private final Clock clock;

    SimulatedPayments(SimulatedChargeRepository charges, Clock clock) {
        this.charges = charges;
        this.clock = clock;
    }

    @Override
    public ProviderAnswer pay(UUID paymentId, Money amount, String methodToken) {
        SimulatedCharge charge = QuarkusTransaction.requiringNew()
                .call(() -> find(paymentId)
                        .orElseGet(
                                () -> keep(SimulatedCharge.charge(paymentId, amount, methodToken, clock.instant()))));
        if (charge.losesItsAnswer()) {
            throw new NoAnswerException("simulated time-out after the capture");
        }
        return charge.answer();
    }

    @Override
    public ProviderAnswer status(UUID paymentId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> find(paymentId).map(SimulatedCharge::answer).orElse(new ProviderAnswer.NotKnown()));
    }

    @Override
    public ProviderAnswer cancel(UUID paymentId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SimulatedCharge charge =
                    find(paymentId).orElseGet(() -> keep(SimulatedCharge.cancelled(paymentId, clock.instant())));
            charge.cancel();
            return charge.answer();
        });
    }

    @Override
    public ProviderAnswer refund(UUID paymentId) {
        return change(paymentId, SimulatedCharge::refund);
    }

    /** Harmless if the payment does not wait for a challenge (any more). @throws ProblemException 404 if it is not known */
    void challenge(UUID paymentId, boolean passed) {
        ProviderAnswer _ = change(paymentId, passed ? SimulatedCharge::passChallenge : SimulatedCharge::failChallenge);
    }

    /** @throws ProblemException 404 */
    ChargeView charge(UUID paymentId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> find(paymentId)
                        .map(SimulatedCharge::view)
                        .orElseThrow(() -> ProblemException.notFound("charge", paymentId)));
    }

    private ProviderAnswer change(UUID paymentId, Consumer<SimulatedCharge> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SimulatedCharge charge = find(paymentId).orElseThrow(() -> ProblemException.notFound("payment", paymentId));
            change.accept(charge);
            return charge.answer();
        });
    }

    private Optional<SimulatedCharge> find(UUID paymentId) {
        return charges.findByIdOptional(paymentId, LockModeType.PESSIMISTIC_WRITE);
    }

    private SimulatedCharge keep(SimulatedCharge charge) {
        charges.persistAndFlush(charge);
        return charge;
    }
}
