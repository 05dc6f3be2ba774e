package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.presence.Attendance;
import io.vertx.core.Context;
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
    private final Slices slices;
    private long pendingBytes;

    Room(Context context, Attendance attendance, FeedMetrics metrics) {
        this.context = context;
        this.attendance = attendance;
        this.metrics = metrics;
        this.slices = new Slices(task -> context.runOnContext(v -> task.run()));
    }

    /** @param missed the facts that came after the opening was made and before this call */
    void admit(Viewer viewer, Opening opening, List<Fact> missed, @Nullable Frame figures) {
        context.runOnContext(v -> {
            if (viewer.gone()) {
                return;
            }
            viewers.add(viewer);
            attendance.joined(hashOf(viewer.request(), opening));
            viewer.begin(opening);
            missed.forEach(viewer::fact);
            if (figures != null) {
                viewer.pulse(figures);
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

    /** @param told is called on this room's event loop */
    void pulse(Frame frame, PulseLane.Told told) {
        context.runOnContext(v -> {
            List<Viewer> audience = List.copyOf(viewers);
            slices.forEach(audience, viewer -> viewer.pulse(frame) ? 0 : 1, full -> told.told(audience.size(), full));
        });
    }

    void heartbeat() {
        context.runOnContext(v -> {
            viewers.forEach(Viewer::heartbeat);
            pending(viewers.stream().mapToLong(Viewer::pendingBytes).sum());
        });
    }

    void end() {
        context.runOnContext(v -> {
            List.copyOf(viewers).forEach(Viewer::end);
            pending(0);
        });
    }

    private void pending(long bytes) {
        metrics.pendingBytes(bytes - pendingBytes);
        pendingBytes = bytes;
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
