package dev.vetrina.live.presence;

import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/**
 * Adds the gateways' reports up. A repeat is recognised by its window: each gateway reports a window of a channel once, in
 * order.
 */
@ApplicationScoped
class PresenceEventConsumer implements EventConsumer {

    private final PresenceRepository presence;

    PresenceEventConsumer(PresenceRepository presence) {
        this.presence = presence;
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
    public void on(ReceivedEvent received) {
        if (received.event() instanceof PresenceReported report) {
            requirePlausible(report);
            Instant window = Instant.ofEpochMilli(report.sequence());
            boolean fresh = presence.raiseGauge(
                    report.sessionId(), report.gatewayId(), report.market(), window, report.viewers());
            if (fresh && presence.counts(report.sessionId(), window)) {
                add(report, window);
            }
        }
    }

    private void add(PresenceReported report, Instant window) {
        int unseen = presence.addViewers(report.sessionId(), report.joined());
        int sum = presence.addToWindow(report.sessionId(), window, report.viewers());
        long watchMillis = Math.multiplyExact((long) report.viewers(), report.windowMillis());
        presence.addToSession(report.sessionId(), sum, unseen, watchMillis);
    }

    private static void requirePlausible(PresenceReported report) {
        if (report.viewers() < 0 || report.windowMillis() <= 0) {
            throw new IllegalArgumentException("a report counts viewers over a time: " + report);
        }
    }
}
