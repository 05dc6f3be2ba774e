package dev.vetrina.localstack;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A partner's system that takes webhooks and lets nothing pass whose signature the specification's own library refuses. */
final class PartnerSink implements AutoCloseable {

    private final HttpServer http;
    private final Path secret;
    private final List<String> verified = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    private PartnerSink(HttpServer http, Path secret) {
        this.http = http;
        this.secret = secret;
    }

    /** @param secret the file into which the guide writes it */
    static PartnerSink start(Path secret) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PartnerSink sink = new PartnerSink(http, secret);
        http.createContext("/", sink::take);
        http.start();
        return sink;
    }

    int port() {
        return http.getAddress().getPort();
    }

    List<String> verified() {
        return verified;
    }

    List<String> refused() {
        return refused;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean good = isGood(exchange, body);
            (good ? verified : refused).add(body);
            exchange.sendResponseHeaders(good ? 204 : 401, -1);
        }
    }

    private boolean isGood(HttpExchange exchange, String body) throws IOException {
        try {
            new Webhook(Files.readString(secret).strip())
                    .verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
