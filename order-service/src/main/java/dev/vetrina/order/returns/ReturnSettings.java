package dev.vetrina.order.returns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "vetrina.returns")
interface ReturnSettings {

    /** How long after its delivery goods are taken back for any reason. */
    @WithDefault("30")
    int windowDays();
}
