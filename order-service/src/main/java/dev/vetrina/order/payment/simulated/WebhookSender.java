package dev.vetrina.order.payment.simulated;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sends the simulated provider's events over HTTP, each a few times until it is taken. */
@ApplicationScoped
class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;

    private final SimulatedSettings settings;
    private final WebhookSignature signature;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Executor threads = task -> {
        Thread _ = Thread.startVirtualThread(task);
    };

    WebhookSender(SimulatedSettings settings, WebhookSignature signature) {
        this.settings = settings;
        this.signature = signature;
    }

    boolean sends() {
        return settings.webhookUrl().isPresent();
    }

    /** Waits until it is taken, or was refused often enough. */
    void sendNow(byte[] event) {
        sendUntilTaken(event, 1);
    }

    void send(byte[] event) {
        threads.execute(() -> sendUntilTaken(event, 1));
    }

    void sendLater(byte[] event) {
        later(LATE).execute(() -> sendUntilTaken(event, 1));
    }

    private void sendUntilTaken(byte[] event, int attempt) {
        if (taken(event)) {
            return;
        }
        if (attempt < ATTEMPTS) {
            later(Duration.ofSeconds(attempt)).execute(() -> sendUntilTaken(event, attempt + 1));
        } else {
            LOG.warn("A webhook of the simulated provider was not taken");
        }
    }

    private boolean taken(byte[] event) {
        URI url = settings.webhookUrl().orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(SimulatedWebhooks.SIGNATURE, signature.sign(event))
                .POST(HttpRequest.BodyPublishers.ofByteArray(event))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            LOG.debug("A webhook of the simulated provider did not arrive", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Executor later(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads);
    }
}
