package dev.vetrina.live.timeline;

import java.util.Locale;

/** What viewers must see. */
public enum FactKind {
    SESSION_SCHEDULED,
    SESSION_POSTPONED,
    SESSION_STARTED,
    SESSION_PAUSED,
    SESSION_RESUMED,
    SESSION_ENDED,
    SESSION_CANCELLED,
    LINEUP_CHANGED,
    PRODUCT_PINNED,
    PRODUCT_UNPINNED,
    PRICE_CHANGED,
    SOLD_OUT,
    BACK_IN_STOCK,
    DEAL_ARMED,
    DEAL_OPENED,
    DEAL_SOLD_OUT,
    DEAL_REOPENED,
    DEAL_CLOSED,
    CHAT_SETTINGS_CHANGED,
    CHAT_MESSAGE_PINNED,
    CHAT_MESSAGE_UNPINNED,
    GIVEAWAY_ANNOUNCED,
    GIVEAWAY_OPENED,
    GIVEAWAY_CLOSED,
    GIVEAWAY_DRAWN,
    GIVEAWAY_CANCELLED;

    /** The name in the feed and in the timeline, such as {@code product-pinned}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if no kind has this {@link #code} */
    static FactKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
