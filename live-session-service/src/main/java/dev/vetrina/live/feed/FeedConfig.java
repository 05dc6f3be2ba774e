package dev.vetrina.live.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

@ConfigMapping(prefix = "vetrina.feed")
interface FeedConfig {

    /** Signs tickets; alike in every instance. It has no default in production. */
    @Size(min = 32)
    String ticketKey();

    /** How long a ticket opens a feed. */
    @WithDefault("60")
    int ticketSeconds();

    /** How long a pass opens the picture of a session: longer than a show lasts, since a player cannot be given another. */
    @WithDefault("360")
    @Min(1)
    int playbackPassMinutes();

    /** At most so many missed facts are replayed; who missed more gets a snapshot. */
    @WithDefault("500")
    int replayLimit();

    /** A stream whose reader leaves so much unread is closed. */
    @WithDefault("1048576")
    int streamBufferBytes();
}
