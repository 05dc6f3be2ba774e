package dev.vetrina.live.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.DealEvent;
import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealOpened;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.DealEvent.DealReopened;
import dev.vetrina.events.DealEvent.DealSoldOut;
import dev.vetrina.events.GoldenEvents;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.LiveEvent.DealWithdrawn;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The events are the examples to which both services keep. */
class DealTest {

    private static final Instant NOW = Instant.parse("2026-03-01T20:12:00Z");
    private static final DealArmed ARMED = GoldenEvents.event(DealArmed.class);
    private static final DealOpened OPENED = GoldenEvents.event(DealOpened.class);
    private static final DealSoldOut SOLD_OUT = GoldenEvents.event(DealSoldOut.class);
    private static final DealReopened REOPENED = GoldenEvents.event(DealReopened.class);
    private static final DealClosed CLOSED = GoldenEvents.event(DealClosed.class);
    private static final DealRejected REJECTED = GoldenEvents.event(DealRejected.class);

    private final Deal deal = Deal.of(GoldenEvents.event(DealRequested.class), Ids.next(), 60);

    @Test
    void aDealIsWhatOrderServiceToldLast() {
        assertThat(deal.status()).isEqualTo(DealStatus.REQUESTED);
        told(ARMED, DealStatus.ARMED);
        told(OPENED, DealStatus.OPEN);
        told(SOLD_OUT, DealStatus.SOLD_OUT);
        told(REOPENED, DealStatus.OPEN);
        told(CLOSED, DealStatus.CLOSED);

        assertThat(deal.terms()).contains(ARMED);
        assertThat(deal.end()).contains(CLOSED);
    }

    @Test
    void aRejectedDealKeepsTheReason() {
        told(REJECTED, DealStatus.REJECTED);

        assertThat(deal.rejection()).contains(REJECTED);
        assertThat(deal.terms()).isEmpty();
    }

    @Test
    void anEventAgainOrBehindALaterOneIsNoNews() {
        assertThat(deal.take(OPENED)).isTrue();

        for (DealEvent event : List.of(OPENED, ARMED, REJECTED)) {
            assertThat(deal.take(event)).isFalse();
        }

        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.terms()).contains(ARMED);
        assertThat(deal.rejection()).isEmpty();
    }

    @Test
    void aPauseChangesTheTermsAndNotTheState() {
        deal.take(ARMED);
        deal.take(OPENED);
        DealArmed paused = armed(3, NOW);

        told(paused, DealStatus.OPEN);

        assertThat(deal.terms()).contains(paused);
        deal.take(ARMED);
        assertThat(deal.terms()).contains(paused);
    }

    @Test
    void whatCannotFollowIsRefused() {
        deal.take(CLOSED);

        assertThatThrownBy(() -> deal.take(armed(6, null))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWithdrawalIsAskedForOnceAndDoneWhenItIsTold() {
        deal.take(ARMED);

        DealWithdrawn asked = deal.withdraw(NOW).orElseThrow();

        assertThat(asked).isEqualTo(GoldenEvents.event(DealWithdrawn.class));
        assertThat(deal.status()).isEqualTo(DealStatus.ARMED);
        assertThat(deal.withdraw(NOW)).isEmpty();
        told(closed(DealEnd.WITHDRAWN), DealStatus.WITHDRAWN);
        assertThat(deal.withdraw(NOW)).isEmpty();
    }

    @Test
    void aDealWithdrawnBeforeItWasArmedIsRejectedAsSuch() {
        deal.withdraw(NOW);

        told(
                new DealRejected(
                        REJECTED.dealId(),
                        1,
                        REJECTED.sessionId(),
                        REJECTED.variantId(),
                        DealRejection.WITHDRAWN,
                        "Taken back.",
                        NOW,
                        null),
                DealStatus.WITHDRAWN);
    }

    @Test
    void aDealThatIsOverCannotBeWithdrawn() {
        deal.take(CLOSED);

        assertThatThrownBy(() -> deal.withdraw(NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("deal-over"));
    }

    private void told(DealEvent event, DealStatus then) {
        assertThat(deal.take(event)).isTrue();
        assertThat(deal.status()).isEqualTo(then);
    }

    private static DealArmed armed(long sequence, @Nullable Instant pausedAt) {
        return new DealArmed(
                ARMED.dealId(),
                sequence,
                ARMED.sessionId(),
                ARMED.variantId(),
                ARMED.brandId(),
                ARMED.prices(),
                ARMED.quantity(),
                ARMED.perBuyerLimit(),
                ARMED.opensAt(),
                ARMED.closesAt().plusSeconds(60),
                pausedAt);
    }

    private static DealClosed closed(DealEnd reason) {
        return new DealClosed(
                CLOSED.dealId(), CLOSED.sequence(), CLOSED.sessionId(), CLOSED.variantId(), reason, 1, 0, 99, NOW);
    }
}
