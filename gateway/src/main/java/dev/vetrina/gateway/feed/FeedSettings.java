package dev.vetrina.gateway.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code vetrina.feed.*}: the edge of the live feed. */
@ConfigMapping(prefix = "vetrina.feed")
interface FeedSettings {

    /** Facts of a channel that are kept for those who join or come back. */
    @WithDefault("1000")
    int ringFacts();

    /** Comments to viewers when nothing else is said, so that no one between closes the connection. */
    @WithDefault("15S")
    Duration heartbeat();

    /** An upstream stream that says nothing for so long, not even its heartbeat, is dead. */
    @WithDefault("15S")
    Duration upstreamSilence();

    @WithDefault("2S")
    Duration connectTimeout();

    /** For the answer to an opening, and for the first frame of a stream. */
    @WithDefault("5S")
    Duration openingTimeout();

    /** For a viewer who comes while the upstream is being reconnected. */
    @WithDefault("5S")
    Duration joinTimeout();

    /** One answer serves all who ask for the same opening within this time. */
    @WithDefault("0.25S")
    Duration openingReuse();

    /** How long a channel is kept after its last viewer left. */
    @WithDefault("5S")
    Duration linger();

    /** Bytes of facts that may wait for one reader beyond what its connection takes. */
    @WithDefault("262144")
    int maxBacklogBytes();

    /** A reader whose connection takes nothing for so long is closed, even if no fact waits for it. */
    @WithDefault("30S")
    Duration maxStall();

    /** Before the first and before later reconnections of a lost upstream; doubled each time, give or take a half. */
    @WithDefault("0.1S")
    Duration reconnectMin();

    @WithDefault("5S")
    Duration reconnectMax();

    /** Connections to live-session-service for openings. */
    @WithDefault("64")
    int openingConnections();

    @WithDefault("1000")
    int maxChannels();

    /** Every viewer needs a file descriptor. */
    @WithDefault("15000")
    int maxViewers();
}
