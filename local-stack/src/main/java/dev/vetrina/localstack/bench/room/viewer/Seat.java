package dev.vetrina.localstack.bench.room.viewer;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One viewer's connection. */
final class Seat implements FrameReader.Reception {

    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final byte[] request;
    private final FrameReader reader;
    private final Notes notes;
    private final Runnable onJoin;
    private byte[] rest = NOTHING;
    private long lastFact;

    /** @param onJoin run when its feed is open */
    Seat(SocketChannel channel, FeedProtocol protocol, byte[] request, Notes notes, Runnable onJoin) {
        this.channel = channel;
        this.request = request;
        this.reader = protocol.reader(this);
        this.notes = notes;
        this.onJoin = onJoin;
    }

    /** @param source the address to come from, or {@code null} for whichever the system chooses */
    void connect(Selector selector, InetSocketAddress server, @Nullable InetSocketAddress source) throws IOException {
        if (source != null) {
            channel.bind(source);
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT, this);
        channel.connect(server);
    }

    /** Does what can be done now, with a buffer that is of use to nobody else meanwhile. */
    void proceed(SelectionKey key, byte[] buffer) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            say(request);
        } else {
            read(buffer);
        }
    }

    private void read(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).put(rest);
        int count = channel.read(buffer);
        if (count < 0) {
            throw new EOFException("The feed has ended");
        }
        notes.read(count);
        int begin = reader.read(bytes, 0, buffer.position());
        if (begin == 0 && !buffer.hasRemaining()) {
            throw new IOException("A frame of more than " + bytes.length + " bytes");
        }
        int left = buffer.position() - begin;
        rest = left == 0 ? NOTHING : new byte[left];
        System.arraycopy(bytes, begin, rest, 0, left);
    }

    @Override
    public void joined() {
        onJoin.run();
    }

    @Override
    public void frame(byte[] bytes, int name, int from, int to) {
        lastFact = notes.frame(lastFact, bytes, name, from, to);
    }

    /** So little is ever said that the connection takes it at once. */
    @Override
    public void say(byte[] bytes) throws IOException {
        if (channel.write(ByteBuffer.wrap(bytes)) < bytes.length) {
            throw new IOException("The connection takes nothing");
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException goneAnyway) {
            // Nobody needs it any more.
        }
    }
}
