package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatAuthorRemoved;
import dev.vetrina.events.LiveEvent.ChatMessageChanged;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What this instance knows of one chat: the newest messages, and what the next pulses tell. Bounded whatever comes in. When more
 * is written than can be read, the newest is shown. A removal is told three times, as a pulse may be lost on its way, and
 * showing a message again that is gone would be worse than telling twice.
 */
final class Lane {

    static final int MAX_KEPT = 200;
    static final int MAX_WAITING = 100;
    static final int MAX_PER_FRAME = 40;

    /** Nobody had a stream here to tell it to; who comes now reads the history. */
    private static final Duration STALE = Duration.ofSeconds(30);

    /** Frames between a removal and its repetitions: with four frames a second, after one second and after five. */
    private static final Set<Integer> TOLD_AT = Set.of(0, 4, 20);

    private static final int LAST_TOLD_AT = 20;

    private static final class Removal {
        private final ChatItem item;
        private int frame;

        Removal(ChatItem item) {
            this.item = item;
        }
    }

    private final Map<UUID, ChatMessagePosted> kept = new LinkedHashMap<>();
    private final Map<UUID, ChatState> gone = new LinkedHashMap<>();
    /** @param since when it was to be shown: it may have been written long before somebody approved it */
    private record Waiting(ChatMessagePosted message, Instant since) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<Object, Removal> removals = new LinkedHashMap<>();

    synchronized void posted(ChatMessagePosted message) {
        if (!gone.containsKey(message.messageId()) && kept.putIfAbsent(message.messageId(), message) == null) {
            trim(kept, MAX_KEPT);
            if (message.state() == ChatState.VISIBLE) {
                show(message, message.postedAt());
            }
        }
    }

    synchronized void changed(ChatMessageChanged change) {
        UUID id = change.messageId();
        waiting.removeIf(next -> next.message().messageId().equals(id));
        kept.remove(id);
        if (change.message() != null) {
            gone.remove(id);
            removals.remove(id);
            kept.put(id, change.message());
            trim(kept, MAX_KEPT);
            show(change.message(), change.changedAt());
        } else {
            gone.put(id, change.state());
            trim(gone, MAX_KEPT);
            tellGone(id, new ChatItem.Gone(id, change.state()));
        }
    }

    synchronized void authorRemoved(ChatAuthorRemoved removed) {
        kept.values().stream()
                .filter(message -> isOf(removed, message))
                .forEach(message -> gone.put(message.messageId(), removed.state()));
        trim(gone, MAX_KEPT);
        kept.values().removeIf(message -> isOf(removed, message));
        waiting.removeIf(next -> isOf(removed, next.message()));
        tellGone(removed.authorId(), new ChatItem.AuthorGone(removed.authorId(), removed.state(), removed.removedAt()));
    }

    synchronized Optional<ChatMessagePosted> find(UUID messageId) {
        return Optional.ofNullable(kept.get(messageId));
    }

    synchronized Optional<ChatMessagePosted> latestOf(String authorId) {
        return kept.values().stream()
                .filter(message -> message.authorId().equals(authorId))
                .reduce((earlier, later) -> later);
    }

    synchronized boolean has(String customerId) {
        return kept.values().stream().anyMatch(message -> message.customerId().equals(customerId));
    }

    /** What the next frame tells: removals first, then messages, the oldest first. */
    synchronized List<ChatItem> take(Instant now) {
        List<ChatItem> items = new ArrayList<>();
        removals.values().forEach(removal -> {
            if (TOLD_AT.contains(removal.frame++)) {
                items.add(removal.item);
            }
        });
        removals.values().removeIf(removal -> removal.frame > LAST_TOLD_AT);
        int messages = 0;
        while (messages < MAX_PER_FRAME && !waiting.isEmpty()) {
            Waiting next = waiting.removeFirst();
            if (next.since().plus(STALE).isAfter(now)) {
                items.add(ChatItem.Shown.of(next.message()));
                messages++;
            }
        }
        return items;
    }

    private void show(ChatMessagePosted message, Instant since) {
        waiting.addLast(new Waiting(message, since));
        if (waiting.size() > MAX_WAITING) {
            waiting.removeFirst();
        }
    }

    private void tellGone(Object what, ChatItem item) {
        removals.put(what, new Removal(item));
        trim(removals, MAX_WAITING);
    }

    private static boolean isOf(ChatAuthorRemoved removed, ChatMessagePosted message) {
        return message.authorId().equals(removed.authorId())
                && !message.postedAt().isAfter(removed.removedAt());
    }

    /** Forgets what was put in first. */
    private static void trim(Map<?, ?> map, int max) {
        var oldest = map.keySet().iterator();
        for (int tooMany = map.size() - max; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
    }
}
