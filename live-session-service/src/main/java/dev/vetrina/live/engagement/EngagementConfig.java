package dev.vetrina.live.engagement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

@ConfigMapping(prefix = "vetrina.engagement")
interface EngagementConfig {

    /** How many reactions a second an instance takes of one viewer in one session, in the long run. */
    @WithDefault("10")
    @Min(1)
    int reactionsPerSecond();

    /** How many it takes at once. */
    @WithDefault("40")
    @Min(20)
    int reactionsAtOnce();

    /** How many batches of looks at products a second it takes of one viewer in one session, in the long run. */
    @WithDefault("2")
    @Min(1)
    int interactionBatchesPerSecond();

    /** How many it takes at once. */
    @WithDefault("10")
    @Min(1)
    int interactionBatchesAtOnce();
}
