package dev.vetrina.events;

import java.time.Duration;
import java.util.List;

/**
 * The one place where topics are declared. Every topic has {@value #PARTITIONS} partitions, a number that never changes,
 * because the order of a key's events depends on it.
 */
public final class Topics {

    public static final int PARTITIONS = 12;

    public static final String CATALOG_BRANDS = "catalog.brands";
    public static final String CATALOG_PRODUCTS = "catalog.products";
    public static final String CATALOG_MARKETS = "catalog.markets";
    public static final String LIVE_SESSIONS = "live.sessions";
    public static final String LIVE_FEED = "live.feed";
    public static final String LIVE_PRESENCE = "live.presence";
    /** What is said in the rooms. Kept for a day, as live-session-service stores it and erases there what must not stay. */
    public static final String LIVE_CHAT = "live.chat";
    /** Reactions and looks at products, counted: nobody is named in it. */
    public static final String LIVE_ENGAGEMENT = "live.engagement";
    /** What customers asked to be told of. */
    public static final String LIVE_NOTIFICATIONS = "live.notifications";

    public static final String ORDERS = "orders";
    public static final String STOCK_LEVELS = "stock.levels";
    public static final String STOCK_DEALS = "stock.deals";
    /** Low stock, sold out and back, offers to who waited, sales stops. */
    public static final String STOCK_ALERTS = "stock.alerts";
    /** What a consumer could not take: the original record with headers that say who refused it and why. */
    public static final String DEAD_LETTERS = "dead-letters";

    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private Topics() {}

    /** A topic and how long it keeps its records; a compacted one keeps the latest of every key. */
    public record Topic(String name, boolean compacted, Duration retention) {}

    public static List<Topic> all() {
        return List.of(
                compacted(CATALOG_BRANDS),
                compacted(CATALOG_PRODUCTS),
                compacted(CATALOG_MARKETS),
                kept(LIVE_SESSIONS, THIRTY_DAYS),
                kept(LIVE_FEED, THIRTY_DAYS),
                kept(LIVE_PRESENCE, THIRTY_DAYS),
                kept(LIVE_CHAT, ONE_DAY),
                kept(LIVE_ENGAGEMENT, THIRTY_DAYS),
                kept(LIVE_NOTIFICATIONS, THIRTY_DAYS),
                kept(ORDERS, THIRTY_DAYS),
                compacted(STOCK_LEVELS),
                kept(STOCK_DEALS, THIRTY_DAYS),
                kept(STOCK_ALERTS, THIRTY_DAYS),
                kept(DEAD_LETTERS, THIRTY_DAYS));
    }

    private static Topic compacted(String name) {
        return new Topic(name, true, THIRTY_DAYS);
    }

    private static Topic kept(String name, Duration retention) {
        return new Topic(name, false, retention);
    }
}
