package dev.vetrina.events;

import java.time.Instant;
import java.util.UUID;

/** That nothing of something is sold for now, published by order-service. */
public sealed interface SalesStopEvent extends DomainEvent {

    UUID stopId();

    @Override
    default String topic() {
        return Topics.STOCK_ALERTS;
    }

    @Override
    default String key() {
        return stopId().toString();
    }

    /** What a stop is about. */
    enum Scope {
        MARKET,
        SESSION,
        VARIANT,
        BRAND
    }

    /** @param code of the market, or the id of the session, variant or brand */
    @EventType("sales.stopped.v1")
    record SalesStopped(UUID stopId, long sequence, Scope scope, String code, String reason, Instant stoppedAt)
            implements SalesStopEvent {}

    @EventType("sales.resumed.v1")
    record SalesResumed(UUID stopId, long sequence, Scope scope, String code, Instant resumedAt)
            implements SalesStopEvent {}
}
