package dev.vetrina.localstack.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a service says that it is ready. */
final class ReadyGate implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    /** Returns whether it became ready; false if it stopped being alive, or was not ready in three minutes. */
    boolean awaitReady(URI health, BooleanSupplier alive) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < deadline) {
            if (isReady(health)) {
                return true;
            }
            Pauses.pause(POLL);
        }
        return false;
    }

    private boolean isReady(URI health) {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(ANSWER_LIMIT).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StackFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackFailure("The start was interrupted.", e);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
