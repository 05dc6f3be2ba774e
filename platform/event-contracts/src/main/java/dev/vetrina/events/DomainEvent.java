package dev.vetrina.events;

/** Something that happened, as other services are told of it. */
public sealed interface DomainEvent
        permits CatalogEvent,
                DealEvent,
                LiveEvent,
                OrderEvent,
                ReminderEvent,
                SalesStopEvent,
                StockAlert,
                StockEvent,
                WaitlistEvent {

    /** The topic it is published to, one of {@link Topics}. */
    String topic();

    /** The aggregate's id: the Kafka key, so the events of one aggregate stay in order. */
    String key();

    /**
     * The aggregate's version after this event, rising with every event of one key. A view applies only a higher one than
     * it has seen.
     */
    long sequence();
}
