package dev.vetrina.gateway.proxy;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instances of one service, asked in turn. One that could not be reached, or did not answer in time, rests: for a moment
 * it comes last, so that requests do not wait for it one after another; it is still asked when no other can be reached. Each time
 * it fails again it rests twice as long, until it answers: one that stands still is found out by requests that wait for it.
 */
public final class Instances {

    private static final long FIRST_REST_MILLIS = 2_000;
    private static final long LONGEST_REST_MILLIS = 32_000;

    private final List<Instance> all;
    private final Clock clock;
    private final AtomicInteger turn = new AtomicInteger();

    public Instances(List<URI> addresses, Clock clock) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("a service needs an address");
        }
        this.clock = clock;
        this.all = addresses.stream().map(Instance::new).toList();
    }

    /** One of them. */
    public final class Instance {

        private final URI address;
        private volatile long restsUntil = Long.MIN_VALUE;
        private volatile long nextRestMillis = FIRST_REST_MILLIS;

        private Instance(URI address) {
            this.address = address;
        }

        public URI address() {
            return address;
        }

        /** Many requests fail together: while it rests, further ones tell nothing new. */
        public synchronized void rest() {
            if (!rests()) {
                restsUntil = clock.millis() + nextRestMillis;
                nextRestMillis = Math.min(2 * nextRestMillis, LONGEST_REST_MILLIS);
            }
        }

        public void answered() {
            if (nextRestMillis > FIRST_REST_MILLIS) {
                nextRestMillis = FIRST_REST_MILLIS;
            }
        }

        private boolean rests() {
            return clock.millis() < restsUntil;
        }
    }

    private boolean anyRests() {
        for (Instance instance : all) {
            if (instance.restsUntil != Long.MIN_VALUE && instance.rests()) {
                return true;
            }
        }
        return false;
    }

    /** All of them, in the order in which the next request is to try them. */
    public List<Instance> inTurn() {
        if (all.size() == 1) {
            return all;
        }
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<Instance> order = new ArrayList<>(all.subList(first, all.size()));
        order.addAll(all.subList(0, first));
        if (anyRests()) {
            // The sort is stable: those that do not rest keep their turns.
            order.sort(Comparator.comparing(Instance::rests));
        }
        return order;
    }
}
