package dev.vetrina.live.follow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

@ConfigMapping(prefix = "vetrina.follow")
interface FollowConfig {

    /** So long before the announced start those who asked for it are reminded. */
    @WithDefault("15")
    @Min(1)
    int remindMinutes();

    /** How many customers are told in one transaction. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int batch();
}
