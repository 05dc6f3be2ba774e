package dev.vetrina.live.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.counting.CountedTime;
import dev.vetrina.live.presence.Presence.Audience;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The figures are the same whether reports come together or one by one, and whether they come once or again. */
@QuarkusTest
class BatchOfReportsTest {

    private static final Instant START = Instant.parse("2026-03-01T20:00:58Z");

    @Inject
    PresenceEventConsumer consumer;

    @Inject
    Presence presence;

    @Inject
    CountedTime countedTime;

    record Figures(Audience all, Map<String, Audience> markets, List<Presence.Minute> minutes) {}

    @Test
    void aBatchAddsWhatItsReportsAddOneByOne() {
        UUID together = Ids.next();
        UUID singly = Ids.next();
        take(reports(together));
        reports(singly).forEach(report -> take(List.of(report)));

        assertThat(figures(together)).isEqualTo(figures(singly));
        assertThat(figures(together))
                .isEqualTo(new Figures(
                        new Audience(19, 3, 42_000),
                        Map.of("DE", new Audience(5, 2, 10_000), "GB", new Audience(14, 2, 32_000)),
                        List.of(
                                new Presence.Minute(Instant.parse("2026-03-01T20:00:00Z"), 19, 34_000),
                                new Presence.Minute(Instant.parse("2026-03-01T20:01:00Z"), 8, 8_000))));
    }

    @Test
    void whatComesAgainChangesNothing() {
        UUID session = Ids.next();
        take(reports(session));
        Figures before = figures(session);

        take(reports(session));
        reports(session).forEach(report -> take(List.of(report)));

        assertThat(figures(session)).isEqualTo(before);
    }

    @Test
    void aBatchAddsToWhatIsThere() {
        UUID session = Ids.next();
        List<PresenceReported> reports = reports(session);
        take(reports.subList(0, 3));
        take(reports.subList(3, reports.size()));
        UUID whole = Ids.next();
        take(reports(whole));

        assertThat(figures(session)).isEqualTo(figures(whole));
    }

    @Test
    void aSessionOfWhichNothingCountsHasNoAudience() {
        UUID rehearsal = Ids.next();
        UUID show = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> countedTime.stop(rehearsal, Instant.EPOCH));
        List<PresenceReported> both = new ArrayList<>(reports(rehearsal));
        both.addAll(reports(show));
        take(both);

        assertThat(figures(rehearsal)).isEqualTo(new Figures(new Audience(0, 0, 0), Map.of(), List.of()));
        assertThat(figures(show).all().unique()).isEqualTo(3);
    }

    @Test
    void ofASessionThatEndsTheWindowsBeforeItsEndCount() {
        UUID session = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> countedTime.stop(session, START.plusSeconds(2)));
        take(reports(session));

        assertThat(figures(session).minutes())
                .containsExactly(new Presence.Minute(Instant.parse("2026-03-01T20:00:00Z"), 19, 34_000));
    }

    /** Two gateways, two markets, three windows over the turn of a minute; one report comes twice and one too late. */
    private static List<PresenceReported> reports(UUID session) {
        return List.of(
                report(session, 0, "gw-1", "GB", 10, "a"),
                report(session, 0, "gw-2", "GB", 4, "a", "b"),
                report(session, 0, "gw-1", "DE", 5, "c"),
                report(session, 0, "gw-1", "GB", 10, "a"),
                report(session, 1, "gw-1", "GB", 10),
                report(session, 1, "gw-1", "DE", 5, "a"),
                report(session, 2, "gw-2", "GB", 8, "b"),
                report(session, 1, "gw-2", "GB", 99, "late"));
    }

    private static PresenceReported report(
            UUID session, int second, String gateway, String market, int viewers, String... joined) {
        long window = START.plusSeconds(second).toEpochMilli();
        return new PresenceReported(session, window, gateway, market, 1000, viewers, List.of(joined));
    }

    private void take(List<PresenceReported> reports) {
        List<ReceivedEvent> received = reports.stream()
                .map(report -> new ReceivedEvent(UUID.randomUUID(), START, report))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> consumer.onAll(received));
    }

    private Figures figures(UUID session) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Figures(
                        presence.audience(session),
                        presence.audienceByMarket(session),
                        presence.minutes(session, null)));
    }
}
