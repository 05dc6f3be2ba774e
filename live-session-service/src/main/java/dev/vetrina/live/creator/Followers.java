package dev.vetrina.live.creator;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * How many follow a creator. Answered by the feature that keeps follows, which needs creators and so cannot be needed by
 * them.
 */
public interface Followers {

    /** A creator without any is absent. */
    Map<UUID, Long> of(Collection<UUID> creatorIds);
}
