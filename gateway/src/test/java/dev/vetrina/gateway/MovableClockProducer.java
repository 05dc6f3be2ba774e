package dev.vetrina.gateway;

import dev.vetrina.testkit.MovableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Takes the place of the gateway's clock. */
class MovableClockProducer {

    @Produces
    @Singleton
    MovableClock clock() {
        return new MovableClock();
    }
}
