package dev.vetrina.order.payment.simulated;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether the simulated provider takes payments here. Where it does not, nothing of it can be reached. */
@ApplicationScoped
class SimulatedSwitch {

    private final boolean on;

    SimulatedSwitch(@ConfigProperty(name = "vetrina.payment.provider", defaultValue = "simulated") String provider) {
        this.on = provider.equals(SimulatedPayments.NAME);
    }

    /** @throws ProblemException 404 */
    void requireOn() {
        if (!on) {
            throw ProblemException.of(404, "not-found", "Not found", "The simulated provider is switched off.");
        }
    }
}
