package dev.vetrina.localstack.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stands between clients and the gateway, passes everything on, and has every answer looked at. The feed is not looked at. */
public final class WatchedGateway implements AutoCloseable {

    /** An answer that never ends cannot be judged as a whole. */
    private static final Pattern FEED = Pattern.compile("/v1/sessions/[^/]+/feed");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** These belong to one connection, or are set by whoever sends. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final URI upstream;
    private final URI feed;
    private final Function<Exchange, List<String>> inspector;
    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ConcurrentHashMap<String, AtomicInteger> violations = new ConcurrentHashMap<>();

    private WatchedGateway(HttpServer server, URI upstream, URI feed, Function<Exchange, List<String>> inspector) {
        this.server = server;
        this.upstream = upstream;
        this.feed = feed;
        this.inspector = inspector;
    }

    /**
     * Listens on a free port of this machine.
     *
     * @param upstream where everything is passed on to, but the feed
     * @param feed where the feed is read
     * @param inspector says in words what is wrong with an exchange
     */
    public static WatchedGateway start(URI upstream, URI feed, Function<Exchange, List<String>> inspector)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WatchedGateway watched = new WatchedGateway(server, upstream, feed, inspector);
        server.createContext("/", watched::handle);
        server.setExecutor(watched.threads);
        server.start();
        return watched;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many answers were looked at. */
    public int exchanges() {
        return exchanges.get();
    }

    /** What was wrong, each once, with how often. */
    public List<String> violations() {
        List<String> found = new TreeMap<>(violations)
                .entrySet().stream()
                        .map(violation -> violation.getKey() + " (" + violation.getValue() + " times)")
                        .toList();
        return unanswered.get() == 0
                ? found
                : Stream.concat(found.stream(), Stream.of(unanswered + " requests could not be passed on"))
                        .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (FEED.matcher(exchange.getRequestURI().getPath()).matches()) {
                passFeed(exchange);
            } else {
                pass(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            unanswered.incrementAndGet();
            throw e;
        }
    }

    /** What the client itself breaks off is none of what could not be passed on. */
    private <T> HttpResponse<T> ask(HttpRequest request, BodyHandler<T> kind) throws IOException, InterruptedException {
        try {
            return http.send(request, kind);
        } catch (IOException e) {
            unanswered.incrementAndGet();
            throw e;
        }
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = ask(request(exchange, upstream), BodyHandlers.ofByteArray());
        note(new Exchange(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                answer.statusCode(),
                answer.headers(),
                new String(answer.body(), StandardCharsets.UTF_8)));
        copyHead(answer, exchange);
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** A viewer who leaves ends both streams, which is no failure. */
    private void passFeed(HttpExchange exchange) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = ask(request(exchange, feed), BodyHandlers.ofInputStream());
        copyHead(answer, exchange);
        exchange.sendResponseHeaders(answer.statusCode(), 0);
        try (InputStream from = answer.body();
                OutputStream to = exchange.getResponseBody()) {
            byte[] buffer = new byte[8192];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                to.flush();
            }
        } catch (IOException theViewerHasLeft) {
            return;
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI base) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(exchange.getRequestURI()))
                .timeout(LIMIT)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void copyHead(HttpResponse<?> answer, HttpExchange exchange) {
        answer.headers().map().forEach((name, values) -> {
            if (isPassedOn(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
    }

    private static boolean isPassedOn(String header) {
        return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
    }

    private void note(Exchange exchange) {
        exchanges.incrementAndGet();
        for (String wrong : new TreeSet<>(inspector.apply(exchange))) {
            violations
                    .computeIfAbsent(withoutIds(exchange.name()) + ": " + wrong, first -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    /** The same mistake of many orders is one mistake. */
    private static String withoutIds(String name) {
        return ID.matcher(name).replaceAll("{id}");
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
        threads.shutdownNow();
    }
}
