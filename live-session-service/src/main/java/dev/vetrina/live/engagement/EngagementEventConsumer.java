package dev.vetrina.live.engagement;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.InteractionCount;
import dev.vetrina.events.LiveEvent.ReactionCount;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.BatchConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.live.counting.CountedSessions;
import dev.vetrina.live.counting.CountedTime;
import dev.vetrina.live.engagement.EngagementWrites.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Adds the instances' windows up. A repeat is recognised by its sequence: an instance tells a session's windows in order. */
@ApplicationScoped
class EngagementEventConsumer implements BatchConsumer {

    private final DataSource dataSource;

    EngagementEventConsumer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return "engagement";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LIVE_ENGAGEMENT);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        Map<Source, EngagementCounted> latest = new HashMap<>();
        List<EngagementCounted> rising = new ArrayList<>();
        for (ReceivedEvent received : events) {
            if (received.event() instanceof EngagementCounted counted) {
                requirePlausible(counted);
                EngagementCounted before = latest.get(Source.of(counted));
                if (before == null || before.sequence() < counted.sequence()) {
                    latest.put(Source.of(counted), counted);
                    rising.add(counted);
                }
            }
        }
        try (Connection connection = dataSource.getConnection()) {
            Map<Source, Long> raised = EngagementWrites.raise(connection, sorted(latest));
            EngagementWrites.add(connection, tally(connection, rising, raised));
        } catch (SQLException e) {
            throw new EngagementException(e);
        }
    }

    private static EngagementTally tally(
            Connection connection, List<EngagementCounted> rising, Map<Source, Long> raised) throws SQLException {
        CountedSessions sessions = CountedTime.of(
                connection, raised.keySet().stream().map(Source::sessionId).toList());
        EngagementTally tally = new EngagementTally();
        for (EngagementCounted counted : rising) {
            long before = raised.getOrDefault(Source.of(counted), Long.MAX_VALUE);
            if (counted.sequence() > before && sessions.counts(counted.sessionId(), counted.windowStart())) {
                tally.add(counted);
            }
        }
        return tally;
    }

    private static List<EngagementCounted> sorted(Map<Source, EngagementCounted> latest) {
        return latest.values().stream()
                .sorted(Comparator.comparing(EngagementCounted::sessionId).thenComparing(EngagementCounted::instanceId))
                .toList();
    }

    private static void requirePlausible(EngagementCounted counted) {
        boolean negative =
                counted.reactions().stream().mapToLong(ReactionCount::count).anyMatch(count -> count < 0)
                        || counted.interactions().stream().anyMatch(EngagementEventConsumer::negative);
        if (negative) {
            throw new IllegalArgumentException("a count is not negative: " + counted);
        }
    }

    private static boolean negative(InteractionCount looks) {
        return looks.impressions() < 0 || looks.clicks() < 0;
    }
}
