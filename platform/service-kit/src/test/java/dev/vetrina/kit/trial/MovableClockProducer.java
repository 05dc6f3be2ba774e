package dev.vetrina.kit.trial;

import dev.vetrina.testkit.MovableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class MovableClockProducer {

    @Produces
    @Singleton
    MovableClock clock() {
        return new MovableClock();
    }
}
