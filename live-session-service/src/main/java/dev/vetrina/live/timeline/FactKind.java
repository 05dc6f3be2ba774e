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
    DEAL_CLOSED;

    /** The name in the feed and in the timeline, such as {@code product-pinned}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
