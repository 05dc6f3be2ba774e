package dev.vetrina.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly the bytes it is told to. */
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();

    private RawClient(int port) {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RawClient to(int port) {
        return new RawClient(port);
    }

    /** What comes until the other side closes, of a request that is all that is sent. */
    public static String answer(int port, String request) {
        try (RawClient client = to(port)) {
            return client.send(request).untilClosed();
        }
    }

    public RawClient send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As much as comes until then; a reset ends it, too. */
    public String untilClosed() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            InputStream bytes = socket.getInputStream();
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                read.write(next);
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new UncheckedIOException("nobody closed the connection after: " + read, e);
        } catch (IOException reset) {
            // What came before it is the answer.
        }
        return read.toString(StandardCharsets.ISO_8859_1);
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
