package dev.vetrina.order.commit;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rows for which the drafts of a batch ask. */
public final class Needs {

    private final Map<LockRank, Wanted<?, ?>> wanted = new EnumMap<>(LockRank.class);

    record Wanted<K extends Comparable<K>, R>(LockedRows<K, R> kind, SortedSet<K> keys) {}

    public <K extends Comparable<K>> void add(LockedRows<K, ?> kind, K key) {
        keys(kind).add(key);
    }

    public <K extends Comparable<K>> void addAll(LockedRows<K, ?> kind, Collection<K> keys) {
        keys(kind).addAll(keys);
    }

    @SuppressWarnings("unchecked")
    private <K extends Comparable<K>> SortedSet<K> keys(LockedRows<K, ?> kind) {
        Wanted<?, ?> known = wanted.computeIfAbsent(kind.rank(), _ -> new Wanted<>(kind, new TreeSet<>()));
        if (!known.kind().equals(kind)) {
            throw new IllegalStateException(kind + " and " + known.kind() + " have the same rank");
        }
        return (SortedSet<K>) known.keys();
    }

    Optional<Wanted<?, ?>> of(LockRank rank) {
        return Optional.ofNullable(wanted.get(rank));
    }
}
