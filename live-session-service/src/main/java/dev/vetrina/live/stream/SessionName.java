package dev.vetrina.live.stream;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The name under which an ingest server carries a session's stream: its id, perhaps below an application. */
final class SessionName {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private SessionName() {}

    static Optional<UUID> of(@Nullable String path) {
        String last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return last.matches(ID) ? Optional.of(UUID.fromString(last)) : Optional.empty();
    }
}
