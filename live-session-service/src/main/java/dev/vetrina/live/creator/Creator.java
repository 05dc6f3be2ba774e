package dev.vetrina.live.creator;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who hosts sessions. */
@Entity
class Creator {

    @Id
    private UUID id;

    @Version
    private long version;

    /** The login that acts for the creator: queries ask for it. */
    @SuppressWarnings("unused")
    private @Nullable String subject;

    private String handle;
    private String displayName;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Creator() {}

    static Creator register(UUID id, @Nullable String subject, String handle, String displayName, Instant now) {
        Creator creator = new Creator();
        creator.id = id;
        creator.subject = subject;
        creator.handle = handle;
        creator.displayName = displayName;
        creator.createdAt = now;
        return creator;
    }

    UUID id() {
        return id;
    }

    String displayName() {
        return displayName;
    }

    CreatorView view(long followers) {
        return new CreatorView(id, version, handle, displayName, followers, createdAt);
    }
}
