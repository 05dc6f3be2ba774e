package dev.vetrina.order.payment.simulated;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The bank of a simulated buyer, on whose page a challenge is passed or failed. */
@ApplicationScoped
public class SimulatedBank {

    /** The provider whose payments it challenges. It takes those of tests whatever takes the real ones. */
    public static final String PROVIDER = SimulatedPayments.NAME;

    private final SimulatedPayments payments;

    SimulatedBank(SimulatedPayments payments) {
        this.payments = payments;
    }

    /** Harmless if the payment does not wait for a challenge (any more). */
    public void answer(UUID paymentId, boolean passed) {
        payments.challenge(paymentId, passed);
    }
}
