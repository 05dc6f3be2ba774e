package dev.vetrina.live.moderation;

import dev.vetrina.events.LiveEvent.ChatHold;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.text.Keywords;
import dev.vetrina.live.text.Links;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What holds in a chat at the moment. Does not change: another one takes its place. */
public final class Room {

    /** Stands for every session. */
    public static final UUID EVERYWHERE = new UUID(0, 0);

    private final long version;
    private final ChatMode mode;
    private final int slowModeSeconds;
    private final boolean linksFree;
    private final boolean refuses;
    private final Keywords keywords;
    private final Map<String, List<Restriction>> restrictions;

    /** @param endsAt null if it does not end by itself */
    record Restriction(SanctionKind kind, @Nullable Instant endsAt) {

        boolean isInForce(Instant now) {
            return endsAt == null || now.isBefore(endsAt);
        }
    }

    Room(long version, ChatSettings settings, Map<String, List<Restriction>> restrictions) {
        this.version = version;
        this.mode = settings.mode();
        this.slowModeSeconds = settings.slowModeSeconds();
        this.linksFree = settings.linksFrom() == LinksFrom.EVERYBODY;
        this.refuses = settings.onMatch() == OnMatch.REFUSE;
        this.keywords = Keywords.of(settings.blockedKeywords());
        this.restrictions = restrictions;
    }

    long version() {
        return version;
    }

    public ChatMode mode() {
        return mode;
    }

    public int slowModeSeconds() {
        return slowModeSeconds;
    }

    /**
     * Looks at what a viewer wants to write.
     *
     * @return why a moderator has to see it first; empty if it can be shown
     * @throws ProblemException 422 {@code invalid-input} if this room refuses such a text
     */
    public Optional<ChatHold> judge(String text) {
        if (keywords.in(text).isPresent()) {
            return Optional.of(hold(ChatHold.KEYWORD, "must not contain a word that is blocked in this chat"));
        }
        if (!linksFree && Links.isIn(text)) {
            return Optional.of(hold(ChatHold.LINK, "must not contain an address, however it is spelled"));
        }
        return mode == ChatMode.REVIEWED ? Optional.of(ChatHold.REVIEW) : Optional.empty();
    }

    private ChatHold hold(ChatHold reason, String rule) {
        if (refuses) {
            throw ProblemException.invalid("text", rule);
        }
        return reason;
    }

    void requireMayWrite(String customerId, Instant now) {
        Optional<Restriction> longest = restrictions.getOrDefault(customerId, List.of()).stream()
                .filter(restriction -> restriction.isInForce(now))
                .max(Comparator.comparing(
                        restriction -> Optional.ofNullable(restriction.endsAt()).orElse(Instant.MAX)));
        longest.ifPresent(restriction -> {
            throw refusal(restriction, now);
        });
    }

    private static ProblemException refusal(Restriction restriction, Instant now) {
        boolean muted = restriction.kind() == SanctionKind.MUTE;
        ProblemException refusal = ProblemException.of(
                403,
                muted ? "muted" : "banned",
                "You cannot write here",
                muted ? "A moderator has muted you." : "A moderator has banned you from the chat.");
        if (restriction.endsAt() != null) {
            long seconds = Duration.between(now, restriction.endsAt()).toSeconds() + 1;
            refusal.with("until", restriction.endsAt()).header("Retry-After", Long.toString(seconds));
        }
        return refusal;
    }
}
