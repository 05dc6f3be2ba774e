package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.presence.Attendance;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The viewers of one channel on one event loop. Its methods may be called from anywhere and take effect there, in order. */
final class Room {

    private final Context context;
    private final Attendance attendance;
    private final FeedMetrics metrics;
    private final Set<Viewer> viewers = new LinkedHashSet<>();

    Room(Context context, Attendance attendance, FeedMetrics metrics) {
        this.context = context;
        this.attendance = attendance;
        this.metrics = metrics;
    }

    /** @param missed the facts that came after the opening was made and before this call */
    void admit(Viewer viewer, Opening opening, List<Fact> missed, @Nullable Buffer pulse) {
        context.runOnContext(v -> {
            if (viewer.gone()) {
                return;
            }
            viewers.add(viewer);
            attendance.joined(hashOf(viewer.request(), opening));
            viewer.begin(opening);
            missed.forEach(viewer::fact);
            if (pulse != null) {
                viewer.pulse(pulse);
            }
        });
    }

    void leave(Viewer viewer) {
        context.runOnContext(v -> {
            if (viewers.remove(viewer)) {
                attendance.left();
            }
        });
    }

    void fact(Fact fact) {
        context.runOnContext(v -> {
            viewers.forEach(viewer -> viewer.fact(fact));
            metrics.factsWritten(viewers.size());
        });
    }

    void snapshot(Opening opening) {
        context.runOnContext(v -> viewers.forEach(viewer -> viewer.snapshot(opening)));
    }

    void pulse(Buffer frame) {
        context.runOnContext(v -> {
            int skipped = 0;
            for (Viewer viewer : viewers) {
                skipped += viewer.pulse(frame) ? 0 : 1;
            }
            metrics.pulsesSkipped(skipped);
        });
    }

    void heartbeat() {
        context.runOnContext(v -> viewers.forEach(Viewer::heartbeat));
    }

    void end() {
        context.runOnContext(v -> List.copyOf(viewers).forEach(Viewer::end));
    }

    /**
     * An anonymous viewer is known again by the name it gives itself; without one, everyone who comes is somebody new,
     * except who comes back with the last fact it saw.
     */
    private static @Nullable String hashOf(FeedRequest request, Opening opening) {
        if (request.ticket() != null) {
            return opening.viewerHash();
        }
        if (request.viewerId() != null) {
            return hash(request.channel().sessionId() + ":" + request.viewerId());
        }
        return request.lastEventId() != null ? null : hash(UUID.randomUUID().toString());
    }

    private static String hash(String text) {
        byte[] sha = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(sha, 16));
    }
}
