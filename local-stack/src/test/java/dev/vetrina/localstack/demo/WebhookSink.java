package dev.vetrina.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** The systems of all brands, which want to know what was paid: each message counts that was signed for its brand. */
final class WebhookSink implements AutoCloseable {

    private static final String PAID_PARTS = """
            select distinct c.order_id, l.brand_id from order_change c join order_line l on l.order_id = c.order_id
            where c.what = 'order.paid.v1'
            """;

    /** @param brand whose part of the order it is */
    private record Part(UUID order, UUID brand) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, Webhook> keys = new ConcurrentHashMap<>();
    private final Map<Part, Set<String>> told = new ConcurrentHashMap<>();
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicInteger forged = new AtomicInteger();

    private WebhookSink(HttpServer server) {
        this.server = server;
    }

    static WebhookSink open() {
        try {
            WebhookSink sink =
                    new WebhookSink(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            sink.server.createContext("/", sink::take);
            sink.server.setExecutor(sink.threads);
            sink.server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The brand of the product asks to be told. */
    void subscribe(RestApi api, SignIn signIn, OneProduct product) {
        UUID brand = Json.id(
                api.require(Call.get("/v1/products/" + product.productId())).body(), "brandId");
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + brand;
        String secret = api.require(Call.post("/v1/webhook-endpoints")
                        .as(signIn.token(BrandDesk.account(brand)))
                        .json(Map.of("url", url, "eventTypes", List.of("order.paid"))))
                .body()
                .path("secret")
                .asText();
        keys.put(brand, new Webhook(secret));
    }

    /** Waits until every paid part of every order was told to its brand. */
    void awaitAll(AuditAccess records, Duration limit) {
        Set<Part> paid = paidParts(records);
        assertThat(paid).isNotEmpty();
        Awaitility.await().atMost(limit).untilAsserted(() -> {
            Set<Part> untold = new HashSet<>(paid);
            untold.removeAll(told.keySet());
            assertThat(untold).as("paid, and their brand was not told").isEmpty();
        });
        System.out.println(paid.size() + " paid parts told by " + messages + " webhooks");
        assertThat(forged).as("messages that were not signed for their brand").hasValue(0);
        assertThat(told.values())
                .as("ids under which one part was told")
                .allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    private static Set<Part> paidParts(AuditAccess records) {
        Set<Part> parts = new HashSet<>();
        try (Connection connection = records.connect();
                PreparedStatement select = connection.prepareStatement(PAID_PARTS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                parts.add(new Part(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            UUID brand = UUID.fromString(exchange.getRequestURI().getPath().substring(1));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Webhook key = keys.get(brand);
            if (key != null && isSigned(exchange, body, key)) {
                JsonNode order = Json.read(body).path("data");
                messages.incrementAndGet();
                told.computeIfAbsent(new Part(Json.id(order, "orderId"), brand), first -> ConcurrentHashMap.newKeySet())
                        .add(exchange.getRequestHeaders().getFirst("webhook-id"));
            } else {
                forged.incrementAndGet();
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static boolean isSigned(HttpExchange exchange, String body, Webhook key) {
        try {
            key.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
