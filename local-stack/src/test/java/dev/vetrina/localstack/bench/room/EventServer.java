package dev.vetrina.localstack.bench.room;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells everybody who comes the same, as Server-Sent Events. */
final class EventServer implements AutoCloseable {

    private static final String PATH = "/watch";

    private final HttpServer server;
    private final List<HttpExchange> viewers = new CopyOnWriteArrayList<>();
    private final AtomicInteger places;

    /** @param places whoever comes when they are taken is refused */
    EventServer(int places) throws IOException {
        this.places = new AtomicInteger(places);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, this::admit);
        server.start();
    }

    private void admit(HttpExchange viewer) throws IOException {
        if (places.getAndDecrement() <= 0) {
            viewer.sendResponseHeaders(503, -1);
            viewer.close();
            return;
        }
        viewer.getResponseHeaders().set("Content-Type", "text/event-stream");
        viewer.sendResponseHeaders(200, 0);
        viewer.getResponseBody().write(": welcome\n\n".getBytes(StandardCharsets.US_ASCII));
        viewer.getResponseBody().flush();
        viewers.add(viewer);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String path() {
        return PATH;
    }

    int viewers() {
        return viewers.size();
    }

    void tell(String event) throws IOException {
        for (HttpExchange viewer : viewers) {
            viewer.getResponseBody().write(event.getBytes(StandardCharsets.US_ASCII));
            viewer.getResponseBody().flush();
        }
    }

    /** Ends the feed of one of them. */
    void cutOne() {
        viewers.removeFirst().close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
