package dev.vetrina.order.webhook;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A partner's server: takes what it is sent, and misbehaves on command, path by path. */
public final class Sink implements AutoCloseable {

    /** What is answered; what hangs answers when the sink is closed. */
    public interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A request as it came, its header names in lower case. */
    public record Received(String path, Map<String, List<String>> headers, String body) {
        public String id() {
            return header("webhook-id");
        }

        public String header(String name) {
            return requireNonNull(headers.get(name), name).getFirst();
        }
    }

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Queue<Reply>> next = new ConcurrentHashMap<>();
    private final Map<String, Reply> always = new ConcurrentHashMap<>();
    private final Map<String, List<Received>> received = new ConcurrentHashMap<>();

    public Sink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url(String path) {
        return url("127.0.0.1", path);
    }

    public String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** The next requests get these replies, one each; after them all is well. */
    public void answer(String path, Reply... replies) {
        next.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(replies));
    }

    public void always(String path, Reply reply) {
        always.put(path, reply);
    }

    public List<Received> received(String path) {
        return List.copyOf(received.getOrDefault(path, List.of()));
    }

    public List<String> ids(String path) {
        return received(path).stream().map(Received::id).toList();
    }

    public static Reply status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public static Reply status(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Two hundred, and so many bytes. */
    public static Reply body(int bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] piece = "x".repeat(1_000).getBytes(StandardCharsets.UTF_8);
                for (int sent = 0; sent < bytes; sent += piece.length) {
                    out.write(piece);
                }
            }
        };
    }

    /** No answer at all. */
    public Reply hangs() {
        return _ -> closed.await();
    }

    /** A head, a little of the body, and nothing more. */
    public Reply neverEnds() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            closed.await();
        };
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, List<String>> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>()).add(new Received(path, headers, body));
        try (exchange) {
            reply(path).to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(String path) {
        Queue<Reply> queue = next.get(path);
        Reply queued = queue == null ? null : queue.poll();
        return queued != null ? queued : always.getOrDefault(path, status(204));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
