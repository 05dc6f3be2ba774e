package dev.vetrina.order.limit;

import java.util.Comparator;
import java.util.UUID;

/**
 * What is counted together.
 *
 * @param scopeId a variant or a deal
 */
public record TallyKey(UUID scopeId, String customerId) implements Comparable<TallyKey> {

    private static final Comparator<TallyKey> ORDER =
            Comparator.comparing(TallyKey::scopeId).thenComparing(TallyKey::customerId);

    @Override
    public int compareTo(TallyKey other) {
        return ORDER.compare(this, other);
    }

    /** Equal keys have the same lock; that others may share it costs a wait and nothing else. */
    long lock() {
        return scopeId.getLeastSignificantBits() * 31
                + scopeId.getMostSignificantBits()
                + customerId.hashCode() * 0x9E3779B97F4A7C15L;
    }
}
