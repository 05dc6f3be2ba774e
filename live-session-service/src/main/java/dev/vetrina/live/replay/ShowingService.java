package dev.vetrina.live.replay;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.timeline.Broadcast;
import dev.vetrina.live.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** In which sessions a product was shown. */
@ApplicationScoped
class ShowingService {

    private static final int MOMENTS = 50;

    private final Sessions sessions;
    private final Timeline timeline;

    ShowingService(Sessions sessions, Timeline timeline) {
        this.sessions = sessions;
        this.timeline = timeline;
    }

    /** The latest session first. A page is shorter where not everybody may see a session. */
    @Transactional
    Page<ShowingView> of(UUID productId, PageParams params) {
        Page<UUID> page = Page.byId(
                timeline.sessionsThatPinned(productId, params.after(), params.rows()),
                params,
                Function.identity(),
                Function.identity());
        return new Page<>(views(productId, page.items()), page.nextCursor());
    }

    private List<ShowingView> views(UUID productId, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Sessions.Announced> announced = sessions.announced(ids);
        Map<UUID, Broadcast> runningTimes = timeline.runningTimes(ids);
        Map<UUID, List<Instant>> pins = timeline.pinsOf(productId, ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(announced.get(id))
                        .map(session -> view(
                                id,
                                session,
                                runningTimes.getOrDefault(id, Broadcast.of(List.of())),
                                pins.getOrDefault(id, List.of()))))
                .toList();
    }

    private static ShowingView view(UUID id, Sessions.Announced session, Broadcast runningTime, List<Instant> pins) {
        return new ShowingView(
                id,
                session.title(),
                session.status(),
                session.startedAt(),
                session.endedAt(),
                pins.stream()
                        .limit(MOMENTS)
                        .map(at -> new ShowingView.Moment(
                                at,
                                session.startedAt() == null
                                        ? 0
                                        : Duration.between(session.startedAt(), at)
                                                .toMillis(),
                                runningTime.positionMillis(at)))
                        .toList());
    }
}
