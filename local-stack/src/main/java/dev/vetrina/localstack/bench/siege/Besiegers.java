package dev.vetrina.localstack.bench.siege;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Holds an attack's connections, trickles on each in turn, and opens those anew that were closed or not let in. */
final class Besiegers implements AutoCloseable {

    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What thousands do that come in one instant is another question. */
    private static final long APART_NANOS = TimeUnit.MICROSECONDS.toNanos(400);

    private final Attack attack;
    private final InetSocketAddress gateway;
    private final Deque<SocketChannel> connections = new ArrayDeque<>();
    private final ByteBuffer answer = ByteBuffer.allocate(4096);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;

    private Besiegers(Attack attack, int port) {
        this.attack = attack;
        this.gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.thread = Thread.ofPlatform().name("besiegers").start(this::besiege);
    }

    static Besiegers begin(Attack attack, int port) {
        return new Besiegers(attack, port);
    }

    /** Connections, those that were opened again included. */
    int opened() {
        return opened.get();
    }

    /**
     * The most connections that were open at one time, as a look at each told once a second. What the kernel took and the gateway
     * never did is among them: from here it cannot be told from one that is let wait.
     */
    int held() {
        return held.get();
    }

    /** Connections that the gateway has closed. */
    int lost() {
        return lost.get();
    }

    private void besiege() {
        while (!over) {
            fill();
            int now = connections.size();
            long look = System.nanoTime() + LOOK_NANOS;
            for (int i = 0; i < now && !over; i++) {
                tend(connections.removeFirst());
                LockSupport.parkNanos(ROUND_NANOS / now);
                if (System.nanoTime() - look >= 0) {
                    held.accumulateAndGet(countOpen(), Math::max);
                    look = System.nanoTime() + LOOK_NANOS;
                }
            }
            if (now == 0) {
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
        connections.forEach(Besiegers::close);
    }

    private void fill() {
        for (int missing = attack.connections() - connections.size(); missing > 0 && !over; missing--) {
            open();
            LockSupport.parkNanos(APART_NANOS);
        }
    }

    private void open() {
        try {
            SocketChannel connection = SocketChannel.open(gateway);
            connections.addLast(connection);
            connection.configureBlocking(false);
            opened.incrementAndGet();
            var _ = connection.write(ascii(attack.opening()));
        } catch (IOException refused) {
            // It is tried again in the next round, and what was never held is told.
        }
    }

    private void tend(SocketChannel connection) {
        if (isTold(connection, attack.trickle()) && isOpen(connection)) {
            connections.addLast(connection);
            return;
        }
        lost.incrementAndGet();
        close(connection);
        open();
    }

    private static boolean isTold(SocketChannel connection, String trickle) {
        try {
            var _ = connection.write(ascii(trickle));
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    private int countOpen() {
        return (int) connections.stream().filter(this::isOpen).count();
    }

    private boolean isOpen(SocketChannel connection) {
        try {
            return connection.read(answer.clear()) >= 0;
        } catch (IOException reset) {
            return false;
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void close(SocketChannel connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone, which is all that is wanted of it.
        }
    }

    @Override
    public void close() {
        over = true;
        // It may wait for a connection that is neither taken nor refused.
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
