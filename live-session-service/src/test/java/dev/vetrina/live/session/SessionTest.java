package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.LiveEvent;
import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionPostponed;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T18:00:00Z");
    private static final Instant EIGHT = Instant.parse("2026-03-01T20:00:00Z");
    private static final UUID JUMPER = Ids.next();
    private static final UUID SCARF = Ids.next();

    @Test
    void aDraftIsAnnouncedWithItsWholeState() {
        Session session = draft();

        SessionChanged event = session.schedule(EIGHT, NOW).orElseThrow();

        assertThat(session.status()).isEqualTo(SessionStatus.SCHEDULED);
        assertThat(event.status()).isEqualTo(LiveEvent.SessionStatus.SCHEDULED);
        assertThat(event.startsAt()).isEqualTo(EIGHT);
        assertThat(event.markets()).containsExactly("GB", "DE");
        assertThat(event.sequence()).isEqualTo(1);
    }

    @Test
    void anAnnouncedSessionCanBeMovedToAnotherTime() {
        Session session = scheduled();

        assertThat(session.schedule(EIGHT.plusSeconds(60), NOW)).isPresent();
        assertThat(session.startsAt()).isEqualTo(EIGHT.plusSeconds(60));
    }

    @Test
    void startingTellsTheRealStart() {
        Session session = scheduled();

        SessionChanged event = session.start(NOW).orElseThrow();

        assertThat(event.status()).isEqualTo(LiveEvent.SessionStatus.LIVE);
        assertThat(event.startsAt()).isEqualTo(NOW);
        assertThat(session.startedAt()).isEqualTo(NOW);
    }

    @Test
    void aCommandWhoseTargetStateHoldsChangesNothing() {
        Session scheduled = scheduled();
        assertThat(scheduled.schedule(EIGHT, NOW)).isEmpty();

        Session live = live();
        assertThat(live.start(NOW)).isEmpty();
        live.end(NOW);
        assertThat(live.end(NOW.plusSeconds(1))).isEmpty();
        assertThat(live.endedAt()).isEqualTo(NOW);

        Session cancelled = draft();
        cancelled.cancel(NOW);
        assertThat(cancelled.cancel(NOW)).isEmpty();
    }

    @Test
    void aPauseKeepsWhatIsPinnedAndTheStart() {
        Session session = live();
        session.pin(JUMPER);

        SessionChanged paused = session.pause(NOW.plusSeconds(60)).orElseThrow();
        assertThat(paused.status()).isEqualTo(LiveEvent.SessionStatus.PAUSED);
        assertThat(paused.changedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(session.pause(NOW)).isEmpty();
        refused("lineup-empty", () -> session.lineUp(List.of(), NOW));
        SessionChanged resumed = session.resume(NOW.plusSeconds(90)).orElseThrow();

        assertThat(resumed.status()).isEqualTo(LiveEvent.SessionStatus.LIVE);
        assertThat(resumed.changedAt()).isEqualTo(NOW.plusSeconds(90));
        assertThat(session.resume(NOW)).isEmpty();
        assertThat(session.startedAt()).isEqualTo(NOW);
        assertThat(session.pinnedProductId()).isEqualTo(JUMPER);
    }

    @Test
    void onlyALiveSessionIsPausedAndOnlyAPausedOneResumed() {
        refused("illegal-transition", () -> scheduled().pause(NOW));
        refused("illegal-transition", () -> scheduled().resume(NOW));
        Session session = live();
        session.pause(NOW);
        refused("illegal-transition", () -> session.start(NOW));
        refused("illegal-transition", () -> session.cancel(NOW));
        assertThat(session.end(NOW)).isPresent();
        refused("illegal-transition", () -> session.resume(NOW));
    }

    @Test
    void aDraftCannotStartOrEnd() {
        refused("illegal-transition", () -> draft().start(NOW));
        refused("illegal-transition", () -> draft().end(NOW));
    }

    @Test
    void aLiveSessionCannotBeScheduledOrCancelled() {
        refused("illegal-transition", () -> live().schedule(EIGHT, NOW));
        refused("illegal-transition", () -> live().cancel(NOW));
    }

    @Test
    void anEndedSessionStaysEnded() {
        Session session = live();
        session.end(NOW);

        refused("illegal-transition", () -> session.start(NOW));
        refused("illegal-transition", () -> session.schedule(EIGHT, NOW));
        refused("illegal-transition", () -> session.cancel(NOW));
    }

    @Test
    void aSessionDoesNotStartWithNothingToShow() {
        Session session = draft();
        session.schedule(EIGHT, NOW);

        refused("lineup-empty", () -> session.start(NOW));
        assertThat(session.status()).isEqualTo(SessionStatus.SCHEDULED);
    }

    @Test
    void theCancellationOfADraftIsNotTold() {
        assertThat(draft().cancel(NOW)).isEmpty();
        assertThat(scheduled().cancel(NOW)).isPresent();
    }

    @Test
    void anEditOfADraftIsNotToldAndOneOfAnAnnouncedSessionIs() {
        assertThat(draft().edit(named("New", "GB"), null, NOW)).isEmpty();
        assertThat(scheduled().edit(named("New", "GB"), EIGHT, NOW)).isPresent();
        assertThat(scheduled().edit(named("On Trend", "GB", "DE"), EIGHT, NOW)).isEmpty();
    }

    @Test
    void anAnnouncedSessionKeepsAStart() {
        refused("invalid-input", () -> scheduled().edit(named("New", "GB"), null, NOW));
    }

    @Test
    void aNewStartIsNotInThePastButOneThatHasPassedMayStay() {
        Instant late = EIGHT.plusSeconds(60);

        refused("invalid-input", () -> draft().schedule(NOW.minusSeconds(1), NOW));
        refused("invalid-input", () -> scheduled().edit(named("New", "GB"), NOW.minusSeconds(1), NOW));
        refused(
                "invalid-input",
                () -> Session.draft(Ids.next(), Ids.next(), named("On Trend", "GB"), NOW.minusSeconds(1), NOW));
        assertThat(scheduled().schedule(EIGHT, late)).isEmpty();
        assertThat(scheduled().edit(named("New", "GB"), EIGHT, late)).isPresent();
    }

    @Test
    void aLiveSessionCannotBeEdited() {
        refused("session-closed", () -> live().edit(named("New", "GB"), EIGHT, NOW));
    }

    @Test
    void onlyAProductOfTheLineupIsPinned() {
        Session session = live();

        assertThat(session.pin(JUMPER)).isTrue();
        assertThat(session.pin(JUMPER)).isFalse();
        refused("not-in-lineup", () -> session.pin(Ids.next()));
        assertThat(session.pinnedProductId()).isEqualTo(JUMPER);
    }

    @Test
    void productsArePinnedOnlyWhileLive() {
        refused("session-not-live", () -> scheduled().pin(JUMPER));
        Session ended = live();
        ended.pin(JUMPER);
        ended.end(NOW);
        assertThat(ended.pinnedProductId()).isNull();
        refused("session-not-live", () -> ended.pin(JUMPER));
    }

    @Test
    void theLineupIsClosedWithTheSession() {
        Session session = live();

        assertThat(session.lineUp(List.of(SCARF, JUMPER), NOW)).isTrue();
        assertThat(session.lineUp(List.of(SCARF, JUMPER), NOW)).isFalse();
        refused("lineup-empty", () -> session.lineUp(List.of(), NOW));
        session.end(NOW);
        refused("session-closed", () -> session.lineUp(List.of(JUMPER), NOW));
    }

    private static void refused(String code, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void aSessionIsPostponedToALaterStartWithAReason() {
        Session session = scheduled();

        SessionPostponed postponed = session.postpone(EIGHT.plusSeconds(900), "The train is late", NOW)
                .orElseThrow();

        assertThat(postponed.previousStartsAt()).isEqualTo(EIGHT);
        assertThat(postponed.startsAt()).isEqualTo(EIGHT.plusSeconds(900));
        assertThat(postponed.reason()).isEqualTo("The train is late");
        assertThat(session.startsAt()).isEqualTo(EIGHT.plusSeconds(900));
        assertThat(session.postpone(EIGHT.plusSeconds(900), "Again", NOW)).isEmpty();
    }

    @Test
    void onlyWhatIsAnnouncedIsPostponedAndOnlyToLater() {
        refused("illegal-transition", () -> draft().postpone(EIGHT, "Late", NOW));
        refused("illegal-transition", () -> live().postpone(EIGHT, "Late", NOW));
        refused("invalid-input", () -> scheduled().postpone(EIGHT.minusSeconds(1), "Early", NOW));
        refused("invalid-input", () -> scheduled().postpone(NOW.minusSeconds(1), "Over", NOW));
    }

    @Test
    void onceAnnouncedASessionStaysInviteOnlyOrStaysOpen() {
        refused("visibility-fixed", () -> scheduled().edit(named(Visibility.INVITE_ONLY), EIGHT, NOW));
        assertThat(scheduled().edit(named(Visibility.UNLISTED), EIGHT, NOW)).isPresent();
        Session draft = draft();
        draft.edit(named(Visibility.INVITE_ONLY), null, NOW);
        assertThat(draft.isOpenToAll()).isFalse();
    }

    @Test
    void aRehearsalHasTheShowsProductsAndIsOfNobodysConcernButItsTeams() {
        Session show = scheduled();

        Session rehearsal = show.rehearsal(Ids.next(), NOW);

        assertThat(rehearsal.lineup()).isEqualTo(show.lineup());
        assertThat(rehearsal.showId()).isEqualTo(show.id());
        assertThat(rehearsal.isOpenToAll()).isFalse();
        assertThat(rehearsal.start(NOW)).isPresent();
        assertThat(show.status()).isEqualTo(SessionStatus.SCHEDULED);
        refused("session-closed", () -> rehearsal.rehearsal(Ids.next(), NOW));
        refused("session-closed", () -> live().rehearsal(Ids.next(), NOW));
    }

    private static Announcement named(Visibility visibility) {
        return Announcement.of("On Trend", List.of("GB", "DE"), visibility, "UTC", null, null);
    }

    private static Announcement named(String title, String... markets) {
        return Announcement.of(title, List.of(markets), Visibility.PUBLIC, "UTC", null, null);
    }

    private static Session draft() {
        return Session.draft(Ids.next(), Ids.next(), named("On Trend", "GB", "DE"), null, NOW);
    }

    private static Session scheduled() {
        Session session = draft();
        session.lineUp(List.of(JUMPER, SCARF), NOW);
        session.schedule(EIGHT, NOW);
        return session;
    }

    private static Session live() {
        Session session = scheduled();
        session.start(NOW);
        return session;
    }
}
