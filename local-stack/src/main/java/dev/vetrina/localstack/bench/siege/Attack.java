package dev.vetrina.localstack.bench.siege;

import java.util.Locale;
import java.util.regex.Pattern;

/** A way to hold connections without finishing anything. */
enum Attack {
    NONE(0, "", "", true),
    IDLE(10_000, "GET /v1/markets HTTP/1.1\r\nHost: localhost\r\n\r\n", "", true),
    SLOW_HEADS(2_000, "GET /v1/markets HTTP/1.1\r\nHost: localhost\r\nX-a: ", "b", true),
    SLOW_BODIES(2_000, "POST /v1/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n{", " ", true),
    MALFORMED(500, "GET /v1/markets HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(30_000) + "\r\n\r\n", "x", false);

    private static final Pattern WORD = Pattern.compile("_(.)");

    private final int connections;
    private final String opening;
    private final String trickle;
    private final boolean held;

    Attack(int connections, String opening, String trickle, boolean held) {
        this.connections = connections;
        this.opening = opening;
        this.trickle = trickle;
        this.held = held;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As figures are called. */
    String key() {
        return WORD.matcher(name().toLowerCase(Locale.ROOT))
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    /** At once; those that the gateway closes are opened again. */
    int connections() {
        return connections;
    }

    /** Whether the gateway lets them stand for a while; otherwise it closes each at once. */
    boolean held() {
        return held;
    }

    String opening() {
        return opening;
    }

    /** Sent every few seconds, as long as the connection lasts. */
    String trickle() {
        return trickle;
    }
}
