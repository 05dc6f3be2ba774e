package dev.vetrina.live.timeline;

import java.util.Locale;

/** What viewers must see. */
public enum FactKind {
    SESSION_SCHEDULED,
    SESSION_STARTED,
    SESSION_ENDED,
    SESSION_CANCELLED,
    LINEUP_CHANGED,
    PRODUCT_PINNED,
    PRODUCT_UNPINNED,
    PRICE_CHANGED,
    SOLD_OUT,
    BACK_IN_STOCK;

    /** The name in the feed and in the timeline, such as {@code product-pinned}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
