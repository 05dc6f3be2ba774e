package dev.vetrina.gateway.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;

/** Opens a feed on a socket of its own, reads until the snapshot has come, and then nothing more. */
final class SilentReader implements AutoCloseable {

    private static final int SMALL_WINDOW_BYTES = 4_096;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();

    private SilentReader(int port, String uri) {
        try {
            socket.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW_BYTES);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String request = "GET " + uri + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            readUntil("event: snapshot");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SilentReader open(int port, String uri) {
        return new SilentReader(port, uri);
    }

    private void readUntil(String sign) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream bytes = socket.getInputStream();
        while (read.indexOf(sign) < 0) {
            int next = bytes.read();
            if (next < 0) {
                throw new IOException("the feed ended after: " + read);
            }
            read.append((char) next);
        }
    }

    /** Leaves without a word: the other side gets a reset, if there is anything that was not read. */
    void drop() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
