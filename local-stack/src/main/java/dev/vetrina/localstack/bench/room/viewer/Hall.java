package dev.vetrina.localstack.bench.room.viewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All viewers of this process, served by the one thread that runs this. Its methods may be called by any. */
final class Hall implements Runnable {

    /** Not so many that the server's queue of new connections overflows. */
    private static final int CONNECTING_AT_ONCE = 100;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int WAIT_MILLIS = 1_000;

    private final Selector selector;
    private final @Nullable InetSocketAddress source;
    private final Notes notes = new Notes();
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private final Set<Seat> seats = new HashSet<>();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private @Nullable Admission admission;
    private boolean closed;

    /** @param source where the connections come from, or {@code null} for whichever address the system chooses */
    Hall(@Nullable InetAddress source) throws IOException {
        this.selector = Selector.open();
        this.source = source == null ? null : new InetSocketAddress(source, 0);
    }

    /** Opens so many feeds; answers how many are open, once all are or were refused. */
    CompletableFuture<Integer> join(FeedProtocol protocol, int port, String path, int count) {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        wish(() -> {
            InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            admission = new Admission(protocol, server, protocol.request(port, path), count, done);
            admission.goOn();
        });
        return done;
    }

    <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        wish(() -> answer.complete(question.get()));
        return answer;
    }

    Notes notes() {
        return notes;
    }

    /** Closes every feed. */
    int leave() {
        admission = null;
        int open = seats.size();
        seats.forEach(Seat::close);
        seats.clear();
        return open;
    }

    void close() {
        wish(() -> closed = true);
    }

    private void wish(Runnable wish) {
        wishes.add(wish);
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                selector.select(this::attend, WAIT_MILLIS);
                for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
                    wish.run();
                }
            }
            leave();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void attend(SelectionKey key) {
        if (!(key.attachment() instanceof Seat seat)) {
            return;
        }
        try {
            seat.proceed(key, buffer);
        } catch (IOException ended) {
            lose(seat);
        }
    }

    private void lose(Seat seat) {
        seat.close();
        if (seats.remove(seat)) {
            notes.lost();
            if (admission != null) {
                admission.refused();
            }
        }
    }

    /** Lets viewers in, some at a time. */
    private final class Admission {

        private final FeedProtocol protocol;
        private final InetSocketAddress server;
        private final byte[] request;
        private final int count;
        private final CompletableFuture<Integer> done;
        private int begun;
        private int joined;
        private int refused;

        Admission(
                FeedProtocol protocol,
                InetSocketAddress server,
                byte[] request,
                int count,
                CompletableFuture<Integer> done) {
            this.protocol = protocol;
            this.server = server;
            this.request = request;
            this.count = count;
            this.done = done;
        }

        void goOn() {
            while (begun < count && begun - joined - refused < CONNECTING_AT_ONCE) {
                begun++;
                connect();
            }
            if (joined + refused >= count) {
                admission = null;
                done.complete(joined);
            }
        }

        private void connect() {
            try {
                Seat seat = new Seat(SocketChannel.open(), protocol, request, notes, this::joined);
                try {
                    seat.connect(selector, server, source);
                    seats.add(seat);
                } catch (IOException noConnection) {
                    seat.close();
                    refused++;
                }
            } catch (IOException noDescriptorLeft) {
                refused++;
            }
        }

        private void joined() {
            joined++;
            goOn();
        }

        void refused() {
            refused++;
            goOn();
        }
    }
}
