package dev.vetrina.live.replay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

@ConfigMapping(prefix = "vetrina.replay")
interface ReplayConfig {

    /** Where a session's recording is, with {@code {sessionId}} in place of its id; without it, replays have no recording. */
    Optional<String> recordingUrl();

    /** How much of a recording lies before the start of the show. */
    @WithDefault("0")
    long recordingLeadMillis();

    /** Whether a recording runs on while the show pauses. */
    @WithDefault("false")
    boolean pausesRecorded();
}
