package dev.vetrina.live.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

@ConfigMapping(prefix = "vetrina.chat")
interface ChatConfig {

    /** Makes the pseudonyms of authors; alike in every instance. */
    @WithDefault("${vetrina.feed.ticket-key}")
    @Size(min = 32)
    String pseudonymKey();

    /** So many messages may one customer send at once. */
    @WithDefault("5")
    @Min(1)
    int burst();

    /** After so long as many may be sent again. */
    @WithDefault("10")
    @Min(1)
    int burstSeconds();

    /** The same text of the same author is refused for so long. */
    @WithDefault("30")
    @Min(1)
    int sameTextSeconds();
}
