package dev.vetrina.gateway.proxy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instances of one service, asked in turn. One that could not be reached, or did not answer in time, rests: for a moment
 * it comes last, so that requests do not wait for it one after another; it is still asked when no other can be reached.
 */
final class Instances {

    private static final Duration REST = Duration.ofSeconds(2);

    private final List<Instance> all;
    private final Clock clock;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(List<URI> addresses, Clock clock) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("a service needs an address");
        }
        this.clock = clock;
        this.all = addresses.stream().map(Instance::new).toList();
    }

    final class Instance {

        private final URI address;
        private volatile long restsUntil = Long.MIN_VALUE;

        private Instance(URI address) {
            this.address = address;
        }

        URI address() {
            return address;
        }

        void rest() {
            restsUntil = clock.millis() + REST.toMillis();
        }

        private boolean rests() {
            return clock.millis() < restsUntil;
        }
    }

    /** All of them, in the order in which the next request is to try them. */
    List<Instance> inTurn() {
        if (all.size() == 1) {
            return all;
        }
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<Instance> order = new ArrayList<>(all.subList(first, all.size()));
        order.addAll(all.subList(0, first));
        // The sort is stable: those that do not rest keep their turns.
        order.sort(Comparator.comparing(Instance::rests));
        return order;
    }
}
