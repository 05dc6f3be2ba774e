package dev.vetrina.live.statistics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

@ConfigMapping(prefix = "vetrina.statistics")
interface StatisticsConfig {

    /** How long after a session's end an order that names it still counts for it. */
    @WithDefault("30")
    @Min(0)
    int attributionSeconds();

    /** How long after that its figures stay pending at least: events may be under way. */
    @WithDefault("30")
    @Min(0)
    int settleSeconds();
}
