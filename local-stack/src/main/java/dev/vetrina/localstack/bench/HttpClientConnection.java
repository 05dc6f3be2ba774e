package dev.vetrina.localstack.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client with one connection that is kept. It is this plain because it shares the cores with what it measures: whatever
 * it takes is missing there.
 */
public final class HttpClientConnection implements Client {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final int port;
    private final Supplier<byte[]> requests;
    private @Nullable Connection connection;

    private HttpClientConnection(int port, Supplier<byte[]> requests) {
        this.port = port;
        this.requests = requests;
    }

    /**
     * Connects, so that this is done when the load begins.
     *
     * @param port on the loopback interface; there is no other way for load to leave
     */
    public static HttpClientConnection to(int port, Supplier<byte[]> requests) throws IOException {
        HttpClientConnection client = new HttpClientConnection(port, requests);
        client.connected();
        return client;
    }

    @Override
    public int exchange() {
        try {
            Connection open = connected();
            open.socket.getOutputStream().write(requests.get());
            return open.answers.read();
        } catch (IOException noAnswer) {
            close();
            return 0;
        }
    }

    /** The connection, opened again if the last one failed. */
    private Connection connected() throws IOException {
        Connection open = connection == null ? Connection.open(port) : connection;
        connection = open;
        return open;
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.socket.close();
            }
        } catch (IOException goneAnyway) {
            // Nobody needs it any more.
        }
        connection = null;
    }

    private record Connection(Socket socket, AnswerReader answers) {

        static Connection open(int port) throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return new Connection(socket, new AnswerReader(socket.getInputStream()));
        }
    }
}
