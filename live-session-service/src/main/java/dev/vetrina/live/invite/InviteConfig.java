package dev.vetrina.live.invite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "vetrina.invite")
interface InviteConfig {

    /** Codes of a session that were not revoked. */
    @WithDefault("100")
    int codesPerSession();

    /** So many tries of one sender at one session in a row, the right one included, before it has to wait. */
    @WithDefault("10")
    int tries();

    /** How long it then waits. */
    @WithDefault("600")
    int waitSeconds();
}
