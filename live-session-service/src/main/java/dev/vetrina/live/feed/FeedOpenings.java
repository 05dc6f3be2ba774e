package dev.vetrina.live.feed;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.feed.FeedOpening.MissedFact;
import dev.vetrina.live.session.Auditorium;
import dev.vetrina.live.session.Auditorium.Channel;
import dev.vetrina.live.session.SessionSnapshot;
import dev.vetrina.live.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FeedOpenings {

    private final Auditorium auditorium;
    private final Timeline timeline;
    private final ChannelFacts facts;
    private final FeedTickets tickets;
    private final FeedConfig config;

    FeedOpenings(Auditorium auditorium, Timeline timeline, ChannelFacts facts, FeedTickets tickets, FeedConfig config) {
        this.auditorium = auditorium;
        this.timeline = timeline;
        this.facts = facts;
        this.tickets = tickets;
        this.config = config;
    }

    /** @param byGateway whether a gateway asks for its own stream's sake, not for a viewer */
    @Transactional
    FeedOpening open(
            UUID sessionId, String market, @Nullable String lastEventId, @Nullable String ticket, boolean byGateway) {
        Channel open = auditorium.channel(sessionId, market);
        if (open.byTicket() && ticket == null && !byGateway) {
            throw ProblemException.notFound("session", sessionId);
        }
        long sequence = open.sequence();
        String viewerHash = viewerHash(sessionId, ticket);
        String channel = FeedOpening.channel(sessionId, market);
        OptionalLong last = replayable(lastEventId, sequence);
        if (last.isPresent()) {
            List<MissedFact> missed = missed(sessionId, market, last.getAsLong(), sequence);
            return new FeedOpening(channel, viewerHash, sequence, null, missed);
        }
        SessionSnapshot snapshot = auditorium.asViewer(sessionId, market);
        return new FeedOpening(channel, viewerHash, snapshot.sequence(), snapshot, List.of());
    }

    private List<MissedFact> missed(UUID sessionId, String market, long last, long sequence) {
        return timeline.between(sessionId, last, sequence, config.replayLimit()).stream()
                .map(fact -> new MissedFact(fact.sequence(), fact.kind(), facts.json(fact, market)))
                .toList();
    }

    /** Empty for an id that is none of this session's, or too old: a snapshot then says more than its facts could. */
    private OptionalLong replayable(@Nullable String lastEventId, long sequence) {
        if (lastEventId == null || !lastEventId.matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        long last = Long.parseLong(lastEventId);
        return last <= sequence && sequence - last <= config.replayLimit()
                ? OptionalLong.of(last)
                : OptionalLong.empty();
    }

    private String viewerHash(UUID sessionId, @Nullable String ticket) {
        String viewerId = Optional.ofNullable(ticket)
                .map(given -> tickets.viewerId(sessionId, given))
                .orElseGet(() -> Ids.next().toString());
        return tickets.viewerHash(sessionId, viewerId);
    }
}
