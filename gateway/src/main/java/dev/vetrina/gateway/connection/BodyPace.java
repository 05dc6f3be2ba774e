package dev.vetrina.gateway.connection;

/** How fast a body has come, in seconds in which it was wanted: a service that takes its time is not the client's fault. */
final class BodyPace {

    private final ConnectionSettings settings;
    private long bytes;
    private long seconds;

    BodyPace(ConnectionSettings settings) {
        this.settings = settings;
    }

    void received(int more) {
        bytes += more;
    }

    boolean isTooSlowAfterAnotherSecond() {
        seconds++;
        if (seconds > settings.bodyTimeout().toSeconds()) {
            return true;
        }
        return seconds > settings.bodyGrace().toSeconds() && bytes < settings.minBodyBytesPerSecond() * seconds;
    }
}
