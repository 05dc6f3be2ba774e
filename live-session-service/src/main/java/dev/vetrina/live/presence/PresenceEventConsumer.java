package dev.vetrina.live.presence;

import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.BatchConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.live.counting.CountedSessions;
import dev.vetrina.live.counting.CountedTime;
import dev.vetrina.live.presence.PresenceWrites.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Adds the gateways' reports up. A repeat is recognised by its window: each gateway reports a window of a channel once, in
 * order. Every gateway reports every channel each second, and so a batch is summed up first.
 */
@ApplicationScoped
class PresenceEventConsumer implements BatchConsumer {

    private final DataSource dataSource;

    PresenceEventConsumer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return "presence";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LIVE_PRESENCE);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        Map<Channel, PresenceReported> latest = new HashMap<>();
        List<PresenceReported> rising = new ArrayList<>();
        for (ReceivedEvent received : events) {
            if (received.event() instanceof PresenceReported report) {
                requirePlausible(report);
                PresenceReported before = latest.get(Channel.of(report));
                if (before == null || before.sequence() < report.sequence()) {
                    latest.put(Channel.of(report), report);
                    rising.add(report);
                }
            }
        }
        try (Connection connection = dataSource.getConnection()) {
            Map<Channel, Instant> raised = PresenceWrites.raise(connection, sorted(latest));
            PresenceWrites.add(connection, tally(connection, rising, raised));
        } catch (SQLException e) {
            throw new PresenceException(e);
        }
    }

    /** Of what came, what is later than the gauges were and belongs to time that counts. */
    private static PresenceTally tally(
            Connection connection, List<PresenceReported> rising, Map<Channel, Instant> raised) throws SQLException {
        CountedSessions sessions = CountedTime.of(
                connection, raised.keySet().stream().map(Channel::sessionId).toList());
        PresenceTally tally = new PresenceTally();
        for (PresenceReported report : rising) {
            Instant window = Instant.ofEpochMilli(report.sequence());
            Instant before = raised.getOrDefault(Channel.of(report), Instant.MAX);
            if (window.isAfter(before) && sessions.counts(report.sessionId(), window)) {
                tally.add(report, window);
            }
        }
        return tally;
    }

    private static List<PresenceReported> sorted(Map<Channel, PresenceReported> latest) {
        return latest.values().stream()
                .sorted(Comparator.comparing(PresenceReported::sessionId)
                        .thenComparing(PresenceReported::gatewayId)
                        .thenComparing(PresenceReported::market))
                .toList();
    }

    private static void requirePlausible(PresenceReported report) {
        if (report.viewers() < 0
                || report.windowMillis() <= 0
                || report.market().isEmpty()) {
            throw new IllegalArgumentException("a report counts a market's viewers over a time: " + report);
        }
    }
}
