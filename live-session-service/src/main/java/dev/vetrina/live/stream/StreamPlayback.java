package dev.vetrina.live.stream;

import dev.vetrina.live.session.Playback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Addresses by template: no ingest server is asked. */
@ApplicationScoped
class StreamPlayback implements Playback {

    private final StreamRepository streams;
    private final StreamConfig config;

    StreamPlayback(StreamRepository streams, StreamConfig config) {
        this.streams = streams;
        this.config = config;
    }

    @Override
    @Transactional
    public Optional<Urls> of(UUID sessionId) {
        Optional<String> hls = config.hlsUrl().map(template -> filled(template, sessionId));
        Optional<String> webrtc = config.webrtcUrl().map(template -> filled(template, sessionId));
        if (hls.isEmpty() && webrtc.isEmpty()) {
            return Optional.empty();
        }
        return streams.findByIdOptional(sessionId)
                .filter(SessionStream::hasKey)
                .map(_ -> new Urls(hls.orElse(null), webrtc.orElse(null)));
    }

    private static String filled(String template, UUID sessionId) {
        return template.replace("{session}", sessionId.toString());
    }
}
