package dev.vetrina.live.chat;

import static dev.vetrina.live.chat.Said.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.LiveEvent.ChatAuthorRemoved;
import dev.vetrina.events.LiveEvent.ChatMessageChanged;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatState;
import dev.vetrina.live.chat.ChatItem.AuthorGone;
import dev.vetrina.live.chat.ChatItem.Gone;
import dev.vetrina.live.chat.ChatItem.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Instant NOW = Said.NOW;

    private final Lane lane = new Lane();

    @Test
    void aMessageIsToldOnceHoweverOftenItIsRead() {
        ChatMessagePosted hello = message("ben", "hello");
        lane.posted(hello);
        lane.posted(hello);

        assertThat(texts(lane.take(NOW))).containsExactly("hello");
        lane.posted(hello);
        assertThat(lane.take(NOW)).isEmpty();
    }

    @Test
    void aMessageThatIsHeldIsNotToldUntilItIsApproved() {
        ChatMessagePosted held = Said.held("ben", "buy at evil.com");
        lane.posted(held);
        assertThat(lane.take(NOW)).isEmpty();

        lane.changed(change(held, ChatState.VISIBLE, Said.approved(held)));
        assertThat(texts(lane.take(NOW))).containsExactly("buy at evil.com");
    }

    @Test
    void aMessageThatIsApprovedLongAfterItWasWrittenIsToldThen() {
        ChatMessagePosted held = Said.held("ben", "buy at evil.com");
        Instant approvedAt = NOW.plusSeconds(600);
        lane.posted(held);
        lane.changed(new ChatMessageChanged(
                held.sessionId(), 1, held.messageId(), ChatState.VISIBLE, Said.approved(held), approvedAt));

        assertThat(texts(lane.take(approvedAt.plusSeconds(1)))).containsExactly("buy at evil.com");
    }

    @Test
    void aRemovalIsToldThreeTimesAsPulsesMayBeLost() {
        ChatMessagePosted rude = message("ben", "rude");
        lane.posted(rude);
        assertThat(texts(lane.take(NOW))).containsExactly("rude");
        lane.changed(change(rude, ChatState.HIDDEN, null));

        List<Object> told = IntStream.range(0, 60)
                .mapToObj(frame -> lane.take(NOW))
                .flatMap(List::stream)
                .map(Object.class::cast)
                .toList();
        assertThat(told).hasSize(3).containsOnly(new Gone(rude.messageId(), ChatState.HIDDEN));
    }

    @Test
    void whatIsHiddenBeforeItIsToldIsNeverShown() {
        ChatMessagePosted rude = message("ben", "rude");
        lane.posted(rude);
        lane.changed(change(rude, ChatState.HIDDEN, null));
        lane.posted(rude);

        assertThat(lane.take(NOW)).containsExactly(new Gone(rude.messageId(), ChatState.HIDDEN));
    }

    @Test
    void aMessageThatIsApprovedAgainIsNoLongerToldAsGone() {
        ChatMessagePosted rude = message("ben", "not so rude");
        lane.posted(rude);
        lane.changed(change(rude, ChatState.HIDDEN, null));
        lane.changed(change(rude, ChatState.VISIBLE, rude));

        List<ChatItem> told = IntStream.range(0, 60)
                .mapToObj(frame -> lane.take(NOW))
                .flatMap(List::stream)
                .toList();
        assertThat(told).hasSize(1).allSatisfy(item -> assertThat(item).isInstanceOf(Shown.class));
    }

    @Test
    void everythingOfAnAuthorGoesAtOnceAndWhatTheyWriteLaterStays() {
        ChatMessagePosted first = message("ben", "one");
        ChatMessagePosted other = message("eve", "mine");
        lane.posted(first);
        lane.posted(other);
        lane.authorRemoved(new ChatAuthorRemoved(Said.SESSION, 1, first.authorId(), ChatState.ERASED, NOW));
        lane.posted(Said.at(NOW.plusSeconds(1), "ben", "again"));

        assertThat(lane.find(first.messageId())).isEmpty();
        List<ChatItem> told = lane.take(NOW);
        assertThat(told).contains(new AuthorGone(first.authorId(), ChatState.ERASED, NOW));
        assertThat(texts(told)).containsExactly("mine", "again");
    }

    @Test
    void ofAFloodTheNewestIsShownSomeAtATime() {
        List<ChatMessagePosted> flood =
                IntStream.range(0, 5_000).mapToObj(i -> message("ben", "m" + i)).toList();
        flood.forEach(lane::posted);

        List<String> told = new ArrayList<>();
        for (List<ChatItem> frame = lane.take(NOW); !frame.isEmpty(); frame = lane.take(NOW)) {
            assertThat(frame).hasSizeLessThanOrEqualTo(Lane.MAX_PER_FRAME);
            told.addAll(texts(frame));
        }
        assertThat(told)
                .containsExactlyElementsOf(IntStream.range(5_000 - Lane.MAX_WAITING, 5_000)
                        .mapToObj(i -> "m" + i)
                        .toList());
        assertThat(flood.stream()
                        .filter(message -> lane.find(message.messageId()).isPresent()))
                .hasSize(Lane.MAX_KEPT);
    }

    @Test
    void whatNobodyWasThereToReadIsNotToldLater() {
        lane.posted(message("ben", "hello?"));

        assertThat(lane.take(NOW.plusSeconds(31))).isEmpty();
    }

    private static ChatMessageChanged change(
            ChatMessagePosted message, ChatState state, @Nullable ChatMessagePosted shown) {
        return new ChatMessageChanged(message.sessionId(), 1, message.messageId(), state, shown, NOW);
    }

    private static List<String> texts(List<ChatItem> items) {
        return items.stream()
                .flatMap(item -> item instanceof Shown shown ? Stream.of(shown.text()) : Stream.empty())
                .toList();
    }

    @Test
    void ofAnotherInstancesRemovalNothingNeedsToBeKnown() {
        UUID unknown = UUID.randomUUID();
        lane.changed(new ChatMessageChanged(Said.SESSION, 1, unknown, ChatState.ERASED, null, NOW));

        assertThat(lane.take(NOW)).containsExactly(new Gone(unknown, ChatState.ERASED));
    }
}
