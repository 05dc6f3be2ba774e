package dev.vetrina.live.deal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "vetrina.deal")
interface DealConfig {

    /** How long order-service may take to set the units of a deal aside; later it rejects it. */
    @WithDefault("5")
    int armSeconds();

    /** How many deals of one session may be asked for or running at once. */
    @WithDefault("50")
    int unfinishedPerSession();

    /** Viewers are told how many units of a pinned product are left, but no more than this: a brand's stock is its own business. */
    @WithDefault("50")
    long shownUnitsAtMost();
}
