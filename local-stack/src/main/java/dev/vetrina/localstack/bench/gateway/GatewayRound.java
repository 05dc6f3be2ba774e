package dev.vetrina.localstack.bench.gateway;

import java.time.Duration;

/**
 * One stretch of load on one front.
 *
 * @param offered requests a second that were to be sent; 0 where it was as many as possible
 */
record GatewayRound(String front, Errand errand, Duration length, double offered, Traffic.Outcome outcome) {

    boolean isOpen() {
        return offered > 0;
    }

    double perSecond() {
        return outcome.done() * 1e9 / length.toNanos();
    }
}
