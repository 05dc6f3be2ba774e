package dev.vetrina.order.payment.simulated;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A change of one charge that waits to be written, and whoever waits for it. */
final class ChargeEntry<R> {

    /**
     * What is kept and what is told.
     *
     * @param kept the charge as it is from now on; empty if there still is none
     */
    record Change<R>(Optional<SimulatedCharge> kept, R answer) {}

    private final UUID paymentId;
    private final Function<Optional<SimulatedCharge>, Change<R>> change;
    private final CompletableFuture<R> result = new CompletableFuture<>();

    ChargeEntry(UUID paymentId, Function<Optional<SimulatedCharge>, Change<R>> change) {
        this.paymentId = paymentId;
        this.change = change;
    }

    UUID paymentId() {
        return paymentId;
    }

    CompletableFuture<R> result() {
        return result;
    }

    /** Changes the charge, but tells nobody yet: the transaction may still fail. */
    Runnable apply(Map<UUID, SimulatedCharge> charges) {
        Change<R> changed = change.apply(Optional.ofNullable(charges.get(paymentId)));
        changed.kept().ifPresent(charge -> charges.put(paymentId, charge));
        return () -> result.complete(changed.answer());
    }
}
