package dev.vetrina.localstack.demo;

import static dev.vetrina.localstack.demo.SoundShow.CANCELLED;
import static dev.vetrina.localstack.demo.SoundShow.PAID;
import static dev.vetrina.localstack.demo.SoundShow.VARIANT;
import static dev.vetrina.localstack.demo.SoundShow.captured;
import static dev.vetrina.localstack.demo.SoundShow.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.demo.Finding.Kind;
import dev.vetrina.localstack.demo.OrderFound.PaymentFound;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test spoils one thing of a sound show, and the verdict must name it. */
class VerdictTest {

    private final SoundShow show = new SoundShow();

    @Test
    void aSoundShowHasNoFindings() {
        assertThat(show.verdict().findings()).isEmpty();
        assertThat(show.verdict().holds()).isTrue();
    }

    @Test
    void unitsSoldBeyondWhatWasPutOnSaleAreOversold() {
        show.after.put(VARIANT, new StockCount(0, 0, 17, 15));

        assertThat(show.verdict().count(Kind.OVERSOLD)).isEqualTo(2);
    }

    @Test
    void ordersOfMoreThanWasAvailableAreOversoldEvenIfTheCountersLookRight() {
        show.before.put(VARIANT, new StockCount(1, 0, 14, 15));

        assertThat(show.verdict().count(Kind.OVERSOLD)).isEqualTo(1);
    }

    @Test
    void stockThatIsNotConservedIsFound() {
        show.after.put(VARIANT, new StockCount(7, 0, 7, 15));

        assertThat(show.verdict().count(Kind.STOCK)).isEqualTo(1);
    }

    @Test
    void aHoldThatNoOrderStandsForIsFound() {
        show.after.put(VARIANT, new StockCount(7, 1, 7, 15));

        assertThat(show.verdict().count(Kind.STOCK)).isEqualTo(1);
    }

    @Test
    void anAcceptedOrderThatIsNotListedIsLost() {
        show.purchases = List.of(
                SoundShow.purchase(PAID, 2),
                SoundShow.purchase(CANCELLED, 1),
                SoundShow.purchase(UUID.randomUUID(), 1));

        assertThat(show.verdict().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void anAcceptedOrderThatItsBuyerCannotSeeIsLost() {
        show.foundByOwner = Set.of(PAID);

        assertThat(show.verdict().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void aPaymentThatWasConfirmedAndIsNotThereIsLost() {
        show.toldPaid = Set.of(PAID, CANCELLED);

        assertThat(show.verdict().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void anOrderThatNobodyWasToldOfIsADuplicate() {
        show.orders = List.of(show.orders.get(0), show.orders.get(1), order(UUID.randomUUID(), "CANCELLED", 1));

        assertThat(show.verdict().count(Kind.DUPLICATED)).isEqualTo(1);
    }

    @Test
    void anOrderOfABuyerWhoNeverGotAnAnswerIsNone() {
        show.orders = List.of(show.orders.get(0), show.orders.get(1), order(UUID.randomUUID(), "CANCELLED", 1));
        show.unanswered = 1;

        assertThat(show.verdict().count(Kind.DUPLICATED)).isZero();
    }

    @Test
    void oneKeyWithTwoOrdersIsADuplicate() {
        show.repeatedOrders = 1;

        assertThat(show.verdict().count(Kind.DUPLICATED)).isEqualTo(1);
    }

    @Test
    void aBuyerWhoWasChargedTwiceIsADuplicate() {
        show.orders = List.of(
                order(PAID, "PAID", 2, new PaymentFound(UUID.randomUUID(), "DECLINED", 0), captured(2)),
                show.orders.get(1));

        assertThat(show.verdict().count(Kind.DUPLICATED)).isEqualTo(1);
    }

    @Test
    void aPaymentWithoutAnOutcomeIsFound() {
        show.orders = List.of(
                show.orders.getFirst(),
                order(CANCELLED, "CANCELLED", 1, new PaymentFound(UUID.randomUUID(), "UNKNOWN", 0)));

        assertThat(show.verdict().count(Kind.PAYMENT)).isEqualTo(1);
    }

    @Test
    void statisticsThatDifferFromTheOrdersAreFound() {
        show.statistics = SoundShow.statistics(3, 1, 0);

        assertThat(show.verdict().findings())
                .extracting(Finding::text)
                .anyMatch(text -> text.startsWith("placed orders"))
                .anyMatch(text -> text.startsWith("declined payments"))
                .hasSize(2);
    }

    @Test
    void aViewerWhoMissesAFactIsFound() {
        show.viewer = new ViewerLog();
        show.viewer.snapshot(2);
        show.viewer.fact(SoundShow.TIMELINE.get(3));

        assertThat(show.verdict().count(Kind.FEED)).isEqualTo(1);
    }

    @Test
    void aViewerWhoGetsAFactTwiceIsFound() {
        show.viewer = new ViewerLog();
        show.viewer.snapshot(2);
        show.viewer.fact(SoundShow.TIMELINE.get(2));
        show.viewer.fact(SoundShow.TIMELINE.get(2));
        show.viewer.fact(SoundShow.TIMELINE.get(3));

        assertThat(show.verdict().count(Kind.FEED)).isEqualTo(1);
    }

    @Test
    void aViewerWhoDidNotSeeTheEndIsFound() {
        show.viewer = new ViewerLog();
        show.viewer.snapshot(2);
        show.viewer.fact(SoundShow.TIMELINE.get(2));

        assertThat(show.verdict().count(Kind.FEED)).isEqualTo(1);
    }

    @Test
    void aSnapshotInPlaceOfFactsIsNoGap() {
        show.viewer = new ViewerLog();
        show.viewer.snapshot(1);
        show.viewer.snapshot(3);
        show.viewer.fact(SoundShow.TIMELINE.get(3));

        assertThat(show.verdict().findings()).isEmpty();
    }

    @Test
    void aMessageThatIsNotInTheChatIsFoundAndSoIsOneThatIsThereTwice() {
        show.room = room(List.of("hello"), 5, HonestDraw.found());
        assertThat(show.verdict().count(Kind.ROOM)).isEqualTo(1);

        show.room = room(List.of("hello", "nice", "nice"), 5, HonestDraw.found());
        assertThat(show.verdict().count(Kind.ROOM)).isEqualTo(1);
    }

    @Test
    void reactionsThatWereLostOrCountedTwiceAreFound() {
        show.room = room(List.of("hello", "nice"), 3, HonestDraw.found());
        assertThat(show.verdict().count(Kind.ROOM)).isEqualTo(2);

        show.room = room(List.of("hello", "nice"), 6, HonestDraw.found());
        assertThat(show.verdict().count(Kind.ROOM)).isEqualTo(1);
    }

    @Test
    void aDrawThatNobodyCanVerifyIsFound() {
        show.room = room(
                List.of("hello", "nice"),
                5,
                HonestDraw.found(
                        HonestDraw.SEED, List.of(HonestDraw.entry(5), HonestDraw.entry(1)), HonestDraw.nonces()));

        assertThat(show.verdict().count(Kind.ROOM)).isEqualTo(1);
    }

    @Test
    void anEntryThatWasTakenAndIsNotInTheDrawIsFound() {
        show.room = room(
                List.of("hello", "nice"), 5, HonestDraw.found(), List.of("nonce-1", "nonce-forgotten", "nonce-lost"));

        assertThat(show.verdict().count(Kind.ROOM)).isEqualTo(2);
    }

    private static RoomFound room(List<String> read, long counted, DrawFound draw) {
        return room(read, counted, draw, List.of("nonce-1", "nonce-5"));
    }

    private static RoomFound room(List<String> read, long counted, DrawFound draw, List<String> entered) {
        return new RoomFound(List.of("hello", "nice"), read, 5, 0, counted, entered, Optional.of(draw));
    }
}
