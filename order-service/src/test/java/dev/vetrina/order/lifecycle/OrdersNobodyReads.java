package dev.vetrina.order.lifecycle;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Whoever reads an order waits until this is closed. */
public final class OrdersNobodyReads extends Orders implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);

    @SuppressWarnings("NullAway")
    public OrdersNobodyReads() {
        super(null);
    }

    @Override
    public Order get(UUID id) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("there is no order " + id);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
