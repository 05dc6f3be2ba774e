package dev.vetrina.live.follow;

import dev.vetrina.events.ReminderEvent.ReminderKind;
import java.time.Duration;
import java.time.Instant;

/** Of what customers are told, to whom, and for how long it is worth telling. */
enum NoticeKind {
    SCHEDULED(true),
    POSTPONED(true),
    STARTING_SOON(false),
    LIVE(true);

    private static final Duration NEWS_FOR = Duration.ofMinutes(30);

    private final boolean toFollowers;

    NoticeKind(boolean toFollowers) {
        this.toFollowers = toFollowers;
    }

    /** Whoever wants to be reminded of the session is told of everything. */
    boolean toFollowers() {
        return toFollowers;
    }

    /** Until when it helps to know: the start, or a while after it for what is live. */
    Instant worthUntil(Instant startsAt) {
        return this == LIVE ? startsAt.plus(NEWS_FOR) : startsAt;
    }

    ReminderKind told() {
        return ReminderKind.valueOf(name());
    }
}
