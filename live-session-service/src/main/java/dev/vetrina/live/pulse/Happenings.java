package dev.vetrina.live.pulse;

import java.util.List;
import java.util.UUID;

/** Small things of a session that viewers are told once, in their order, and may miss. */
public interface Happenings {

    /** The member of the pulse, an array. */
    String name();

    /**
     * Takes what there is to tell since it was last asked, the oldest first, and no more than fits a frame. Must not wait: it is in
     * memory. Asked four times a second for each session that this instance has streams of.
     *
     * @return values that become JSON
     */
    List<?> take(UUID sessionId);
}
