package dev.vetrina.localstack.stack;

import java.time.Duration;

/** Lets time pass, unless somebody presses Ctrl-C. */
public final class Pauses {

    private Pauses() {}

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    /** @param millis since the epoch; nothing is waited for that has passed */
    public static void until(long millis) {
        pause(Duration.ofMillis(Math.max(0, millis - System.currentTimeMillis())));
    }
}
