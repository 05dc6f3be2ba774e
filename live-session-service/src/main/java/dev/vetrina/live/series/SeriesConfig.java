package dev.vetrina.live.series;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "vetrina.series")
interface SeriesConfig {

    /** The days of a series become sessions so long before. */
    @WithDefault("28")
    int horizonDays();

    /** Series of one creator that still go on. */
    @WithDefault("50")
    int perCreator();
}
