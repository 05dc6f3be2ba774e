package dev.vetrina.gateway.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code vetrina.page.*}: pages that are put together from several answers. */
@ConfigMapping(prefix = "vetrina.page")
interface PageSettings {

    /** For the main part, without which there is no page. */
    @WithDefault("10S")
    Duration mainTimeout();

    /** For any other part: then it is missing. */
    @WithDefault("1S")
    Duration partTimeout();

    /** Of one part. */
    @WithDefault("4194304")
    long maxPartBytes();
}
