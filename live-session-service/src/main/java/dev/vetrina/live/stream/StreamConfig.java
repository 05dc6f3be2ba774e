package dev.vetrina.live.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** In the templates, {@code {session}} stands for the session's id and {@code {key}} for the stream key. */
@ConfigMapping(prefix = "vetrina.stream")
interface StreamConfig {

    /** What ingest servers show to be heard, at least 32 characters. Without one no hook is answered. */
    Optional<@Size(min = 32) String> hookSecret();

    /** What the host enters as the encoder's server. */
    @WithDefault("rtmp://localhost:1935/live")
    String ingestUrl();

    /** What the host enters as the encoder's stream key. */
    @WithDefault("{session}?key={key}")
    String encoderKey();

    /** Where players find the picture as HLS. */
    Optional<String> hlsUrl();

    /** Where players find the picture by WHEP. */
    Optional<String> webrtcUrl();

    /** So long an encoder may be away before the show is paused. */
    @WithDefault("10")
    @Min(0)
    int graceSeconds();

    /** A connection that has told that it is alive, and is silent for so long, is lost. */
    @WithDefault("45")
    @Min(1)
    int heartbeatSeconds();

    /** So long before the announced start an encoder may begin the show. */
    @WithDefault("15")
    @Min(0)
    int startEarlyMinutes();

    /** A session on air that nobody cares for is ended after so long. */
    @WithDefault("30")
    @Min(1)
    int abandonedMinutes();

    /** How often they are looked for; {@code off} never. */
    @WithDefault("1m")
    String abandonedEvery();
}
