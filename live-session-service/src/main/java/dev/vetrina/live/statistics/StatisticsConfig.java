package dev.vetrina.live.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "vetrina.statistics")
interface StatisticsConfig {

    /** How long after a session's end its figures stay pending at least. */
    @WithDefault("60")
    int settleSeconds();
}
