package dev.vetrina.order.webhook.delivery;

import dev.vetrina.kit.problem.LostRaces;
import java.time.Duration;

/**
 * Whoever writes what came of attempts and whoever disables an endpoint may be in each other's way for a moment: the database then
 * ends one of the two. Every other failure is passed on at once.
 */
final class Deadlocks {

    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Deadlocks() {}

    /** @param work a transaction that changes nothing a second time */
    static void outlast(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !LostRaces.ended(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
