package dev.vetrina.live.replay;

import static java.util.Objects.requireNonNull;

import dev.vetrina.kit.http.Freshness;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.session.Auditorium;
import dev.vetrina.live.session.SessionSnapshot;
import dev.vetrina.live.session.SessionStatus;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.timeline.Airing;
import dev.vetrina.live.timeline.Broadcast;
import dev.vetrina.live.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows that can be watched again. */
@ApplicationScoped
class ReplayService {

    private static final int CHAPTERS = 2_000;

    private final Sessions sessions;
    private final Auditorium auditorium;
    private final Timeline timeline;
    private final Cards cards;
    private final ReplayConfig config;
    private final Freshness freshness;

    ReplayService(
            Sessions sessions,
            Auditorium auditorium,
            Timeline timeline,
            Cards cards,
            ReplayConfig config,
            Freshness freshness) {
        this.sessions = sessions;
        this.auditorium = auditorium;
        this.timeline = timeline;
        this.cards = cards;
        this.config = config;
        this.freshness = freshness;
    }

    @Transactional
    ReplayView replay(UUID sessionId, String market) {
        sessions.requireViewable(sessionId);
        SessionSnapshot session = auditorium.asViewer(sessionId, market);
        if (session.status() != SessionStatus.ENDED) {
            throw ProblemException.conflict("session-not-over", "There is a replay once the session has ended.")
                    .with("sessionStatus", session.status());
        }
        Broadcast broadcast = timeline.broadcast(sessionId);
        Instant startedAt = requireNonNull(session.startedAt());
        Instant endedAt = requireNonNull(session.endedAt());
        List<UUID> productIds = Stream.concat(
                        session.productIds().stream(),
                        broadcast.airings().stream().map(Airing::productId))
                .distinct()
                .toList();
        cards.nextChange(market, productIds).ifPresent(freshness::until);
        return new ReplayView(
                sessionId,
                session.title(),
                market,
                startedAt,
                endedAt,
                broadcast.lengthMillis(),
                recording(sessionId).orElse(null),
                broadcast.airings().stream()
                        .limit(CHAPTERS)
                        .map(airing -> chapter(airing, broadcast, startedAt, endedAt))
                        .toList(),
                cards.in(market, productIds),
                "/v1/sessions/" + sessionId + "/timeline",
                "/v1/sessions/" + sessionId + "/chat-messages");
    }

    private Optional<ReplayView.Recording> recording(UUID sessionId) {
        return config.recordingUrl()
                .map(template -> new ReplayView.Recording(
                        template.replace("{sessionId}", sessionId.toString()),
                        config.recordingLeadMillis(),
                        config.pausesRecorded()));
    }

    private ReplayView.Chapter chapter(Airing airing, Broadcast broadcast, Instant startedAt, Instant endedAt) {
        Instant until = airing.until() == null ? endedAt : airing.until();
        return new ReplayView.Chapter(
                airing.sequence(),
                airing.productId(),
                airing.from(),
                place(airing.from(), broadcast, startedAt),
                place(until, broadcast, startedAt));
    }

    private long place(Instant at, Broadcast broadcast, Instant startedAt) {
        long shown =
                config.pausesRecorded() ? Duration.between(startedAt, at).toMillis() : broadcast.positionMillis(at);
        return config.recordingLeadMillis() + shown;
    }
}
