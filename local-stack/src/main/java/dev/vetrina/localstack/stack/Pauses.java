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

    /** As {@link #pause}, for a thread that ends when it is interrupted: it stays so. */
    public static void pauseUnlessInterrupted(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param millis since the epoch; nothing is waited for that has passed */
    public static void until(long millis) {
        pause(Duration.ofMillis(Math.max(0, millis - System.currentTimeMillis())));
    }
}
