package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.AnswerBuffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection that is kept, on which the same request goes out again and again. */
final class Wire implements AutoCloseable {

    /** Stands for a status where there was no answer. */
    static final int NO_ANSWER = 0;

    private final int port;
    private final Selector selector;
    private final ByteBuffer request;
    private final AnswerBuffer answer = new AnswerBuffer();
    private SocketChannel channel;
    private long dueNanos;
    private boolean underWay;

    Wire(int port, Selector selector, byte[] request) throws IOException {
        this.port = port;
        this.selector = selector;
        this.request = ByteBuffer.allocateDirect(request.length).put(request);
        this.channel = connect();
    }

    /** When the request that is under way was to be sent. */
    long dueNanos() {
        return dueNanos;
    }

    /** Whether a request was sent and has no answer yet. */
    boolean isUnderWay() {
        return underWay;
    }

    void send(long due) throws IOException {
        dueNanos = due;
        underWay = true;
        answer.clear();
        request.flip();
        while (request.hasRemaining()) {
            // The connection is idle, so that its buffer takes the whole request, nearly always at the first time.
            channel.write(request);
        }
    }

    /** The status of the answer, {@link #NO_ANSWER} after a failure, negative while it is not complete. */
    int proceed() throws IOException {
        try {
            if (!answer.readFrom(channel)) {
                return -1;
            }
            underWay = false;
            return answer.status();
        } catch (IOException brokenOff) {
            underWay = false;
            channel.close();
            channel = connect();
            return NO_ANSWER;
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel open = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        open.setOption(StandardSocketOptions.TCP_NODELAY, true);
        open.configureBlocking(false);
        open.register(selector, SelectionKey.OP_READ, this);
        return open;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException goneAnyway) {
            // Nobody needs it any more.
        }
    }
}
