package dev.vetrina.gateway.reaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code vetrina.reactions.*}: reactions that are counted here. */
@ConfigMapping(prefix = "vetrina.reactions")
interface ReactionSettings {

    /** For so long a viewer whom the service has let react is not asked about again. */
    @WithDefault("30S")
    Duration viewerMemory();

    /** For so long a reaction that the service has taken is taken here of other viewers of the same session. */
    @WithDefault("1S")
    Duration reactionMemory();

    /** How many a second are taken of one viewer in one session, in the long run: as many as the service takes. */
    @WithDefault("10")
    int perSecond();

    /** How many are taken at once. */
    @WithDefault("40")
    int atOnce();
}
