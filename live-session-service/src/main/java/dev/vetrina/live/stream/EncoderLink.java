package dev.vetrina.live.stream;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The connection on which a session's encoder sends. The ingest server names each, because what it tells of them may come
 * late or twice: the end of an old connection says nothing about the new one.
 */
@Embeddable
class EncoderLink {

    /** The same name so soon after its end is that connection; later it is one of a server that counts anew. */
    private static final Duration NAME_STANDS_FOR = Duration.ofSeconds(10);

    private @Nullable String connectionId;
    private @Nullable Instant connectedAt;
    private @Nullable Instant lastSeenAt;
    private boolean beats;
    private @Nullable String closedConnectionId;
    private @Nullable Instant closedAt;

    /** What a word of a connection means. */
    enum News {
        /** It is not, or not any more, the one that streams. */
        STALE,
        /** It is the one that was known. */
        KNOWN,
        /** It streams from now on. */
        NEW
    }

    /** An encoder that knows the key. It takes the place of another one, which may be a dead connection of its own. */
    News connect(String connection, Instant now) {
        if (connection.equals(connectionId)) {
            lastSeenAt = now;
            return News.KNOWN;
        }
        if (connection.equals(closedConnectionId) && closedAt != null && now.isBefore(closedAt.plus(NAME_STANDS_FOR))) {
            return News.STALE;
        }
        if (connectionId != null) {
            close(connectionId, now);
        }
        adopt(connection, now);
        return News.NEW;
    }

    /**
     * A connection tells that it is alive. If none was known, this one is it: its beginning was missed, or it was silent for
     * too long.
     */
    News beat(String connection, Instant now) {
        boolean adopted = connectionId == null && !connection.equals(closedConnectionId);
        if (adopted) {
            adopt(connection, now);
        }
        if (!connection.equals(connectionId)) {
            return News.STALE;
        }
        boolean first = !beats;
        lastSeenAt = now;
        beats = true;
        return adopted || first ? News.NEW : News.KNOWN;
    }

    /** @return whether it was the one that streamed */
    boolean disconnect(String connection, Instant now) {
        boolean streamed = connection.equals(connectionId);
        close(connection, now);
        if (streamed) {
            lastSeenAt = now;
            drop();
        }
        return streamed;
    }

    /** Whoever streams is cut off. Returns whether somebody did. */
    boolean cut(Instant now) {
        return connectionId != null && disconnect(connectionId, now);
    }

    /** Nothing is known of it any more; it may still be heard of. */
    void drop() {
        connectionId = null;
        connectedAt = null;
        beats = false;
    }

    private void adopt(String connection, Instant now) {
        connectionId = connection;
        connectedAt = now;
        lastSeenAt = now;
        beats = false;
    }

    private void close(String connection, Instant now) {
        closedConnectionId = connection;
        closedAt = now;
    }

    boolean connected() {
        return connectionId != null;
    }

    /** Whether its silence means something: it has told that it is alive. */
    boolean beats() {
        return beats;
    }

    boolean everSeen() {
        return lastSeenAt != null;
    }

    /** Only of one that was ever seen. */
    Instant lastSeen() {
        return Objects.requireNonNull(lastSeenAt, "a connection was seen");
    }

    @Nullable
    Instant connectedAt() {
        return connectedAt;
    }
}
