package dev.vetrina.order.commit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "vetrina.group-commit")
interface GroupCommitSettings {

    /** How many may wait; whoever comes then is answered 503. */
    @WithDefault("8192")
    int queueSize();

    /** How long one waits for its commit, outages included. */
    @WithDefault("5S")
    Duration patience();
}
