package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.bench.Pace;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Buyers with a connection each, all served by the one thread that lets them buy: a thread for each would take from the
 * cores that the system is measured on.
 */
final class Crowd implements AutoCloseable {

    /** How long the last ones may wait for their answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Selector selector;
    private final List<Buyer> buyers = new ArrayList<>();
    private final ByteBuffer out = ByteBuffer.allocateDirect(64 * 1024);

    private Crowd(Selector selector) {
        this.selector = selector;
    }

    /**
     * Connects, so that this is done when the sale begins.
     *
     * @param port the gateway's, on the loopback interface
     * @param tokens of the buyers, who are counted from 1
     */
    static Crowd of(int size, int port, IntFunction<String> tokens, PurchaseWay way) {
        try {
            Crowd crowd = new Crowd(Selector.open());
            InetSocketAddress gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            String sale = UUID.randomUUID().toString();
            for (int buyer = 1; buyer <= size; buyer++) {
                BuyerRequests requests =
                        new BuyerRequests("127.0.0.1:" + port, tokens.apply(buyer), sale + "-" + buyer);
                crowd.buyers.add(new Buyer(gateway, crowd.selector, requests, way));
            }
            return crowd;
        } catch (IOException e) {
            throw new StackFailure("Cannot connect to port " + port + ": is the system still up?", e);
        }
    }

    /** @param orders what the next one wants, as the body of the request */
    List<Purchase> buy(Pace pace, Supplier<byte[]> orders) {
        try {
            return new Sale(pace, orders).hold();
        } catch (IOException e) {
            throw new StackFailure("The load generator failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        buyers.forEach(Buyer::close);
        try {
            selector.close();
        } catch (IOException goneAnyway) {
            // Nobody needs it any more.
        }
    }

    /** From the first press to the last answer. */
    private final class Sale {

        private final Pace pace;
        private final Supplier<byte[]> orders;
        private final Deque<Buyer> free = new ArrayDeque<>(buyers);
        private final List<Purchase> purchases = new ArrayList<>();
        private final long start = System.nanoTime();

        Sale(Pace pace, Supplier<byte[]> orders) {
            this.pace = pace;
            this.orders = orders;
        }

        List<Purchase> hold() throws IOException {
            long end = pace.length().plus(PATIENCE).toNanos();
            while ((pace.hasMore(now()) || free.size() < buyers.size()) && now() < end) {
                letPress();
                awaitAnswers();
                if (Thread.currentThread().isInterrupted()) {
                    throw new StackFailure("Interrupted.");
                }
            }
            buyers.stream().filter(buyer -> !free.contains(buyer)).forEach(buyer -> purchases.add(buyer.giveUp(now())));
            return purchases;
        }

        private void letPress() {
            for (long now = now(); !free.isEmpty() && pace.hasMore(now) && pace.due(now) <= now; now = now()) {
                Buyer buyer = free.pop();
                long due = pace.due(now);
                pace.begin();
                if (!buyer.begin(due, orders.get(), out)) {
                    over(buyer, buyer.giveUp(now()));
                }
            }
        }

        private void awaitAnswers() throws IOException {
            boolean somebodyIsDue = !free.isEmpty() && pace.hasMore(now());
            long wait = somebodyIsDue ? Math.clamp((pace.due(now()) - now()) / 1_000_000, 1, 100) : 100;
            selector.select(this::proceed, wait);
        }

        private void proceed(SelectionKey key) {
            if (key.attachment() instanceof Buyer buyer) {
                Purchase purchase = buyer.proceed(now(), out);
                if (purchase != null) {
                    over(buyer, purchase);
                }
            }
        }

        private void over(Buyer buyer, Purchase purchase) {
            purchases.add(purchase);
            free.add(buyer);
        }

        private long now() {
            return System.nanoTime() - start;
        }
    }
}
