package dev.vetrina.live.pulse;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A figure of each session, of which a viewer needs the newest only. */
public interface Gauge {

    /** The member of the pulse. */
    String name();

    /**
     * The figure now, by session; what is absent stays as it was. Read four times a second for all sessions at once, and may wait
     * for the database: what cannot be had throws, and the others are told all the same.
     *
     * @return values that become JSON
     */
    Map<UUID, ?> read(Collection<UUID> sessionIds);
}
