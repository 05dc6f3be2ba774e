package dev.vetrina.localstack.demo;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells buyers which products have been on screen, as the feed tells it. */
final class PinBoard {

    private final Map<UUID, CountDownLatch> pins = new ConcurrentHashMap<>();

    void pinned(UUID product) {
        latch(product).countDown();
    }

    /** Waits until the product is pinned; returns whether it was. */
    boolean await(UUID product, Duration limit) {
        try {
            return latch(product).await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CountDownLatch latch(UUID product) {
        return pins.computeIfAbsent(product, first -> new CountDownLatch(1));
    }
}
