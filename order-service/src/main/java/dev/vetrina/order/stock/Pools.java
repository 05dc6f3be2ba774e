package dev.vetrina.order.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names of the pools into which a variant's stock can be divided. */
public final class Pools {

    /** What everybody draws from who has no pool of their own. */
    public static final String SHARED = "shared";

    /** Units that do not exist, for test orders: in no sum, no event and no proof. */
    public static final String SANDBOX = "sandbox";

    private static final String DEAL = "deal:";

    private Pools() {}

    /** @param code ISO 3166 code of the market */
    public static String market(String code) {
        return "market:" + code;
    }

    public static String session(UUID sessionId) {
        return "session:" + sessionId;
    }

    public static String deal(UUID dealId) {
        return DEAL + dealId;
    }

    /** The deal whose pool it is, or null. */
    static @Nullable UUID dealOf(String pool) {
        return isDeal(pool) ? UUID.fromString(pool.substring(DEAL.length())) : null;
    }

    static boolean isDeal(String pool) {
        return pool.startsWith(DEAL);
    }
}
