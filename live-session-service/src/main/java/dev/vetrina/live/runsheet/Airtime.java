package dev.vetrina.live.runsheet;

import dev.vetrina.live.timeline.Airing;
import dev.vetrina.live.timeline.Broadcast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How long products and brands were on screen. Pauses do not count. */
final class Airtime {

    private static final long MILLIS = 1000;

    private final List<Shown> shown = new ArrayList<>();

    /** @param asOf until when a product counts that is still on screen */
    Airtime(Broadcast broadcast, Instant asOf) {
        for (Airing airing : broadcast.airings()) {
            Instant until = airing.until() == null ? asOf : airing.until();
            shown.add(new Shown(
                    airing.productId(),
                    airing.brandId(),
                    broadcast.positionMillis(airing.from()),
                    broadcast.positionMillis(until)));
        }
    }

    /** A product on screen, from one position of the show to another. */
    record Shown(UUID productId, @Nullable UUID brandId, long fromMillis, long toMillis) {

        long millis() {
            return toMillis - fromMillis;
        }

        private long millisWithin(long from, long to) {
            return Math.max(0, Math.min(toMillis, to) - Math.max(fromMillis, from));
        }
    }

    List<Shown> of(UUID productId) {
        return shown.stream().filter(one -> one.productId().equals(productId)).toList();
    }

    long millisOf(UUID productId) {
        return of(productId).stream().mapToLong(Shown::millis).sum();
    }

    long millisOfBrand(UUID brandId) {
        return shown.stream()
                .filter(one -> brandId.equals(one.brandId()))
                .mapToLong(Shown::millis)
                .sum();
    }

    /** What of a brand's airtime lies in a window that it was promised. */
    long millisIn(Plan.Slot slot) {
        return shown.stream()
                .filter(one -> slot.brandId().equals(one.brandId()))
                .mapToLong(one -> one.millisWithin(slot.fromSecond() * MILLIS, slot.toSecond() * MILLIS))
                .sum();
    }

    /** The products that were shown, in the order in which they first were. */
    List<UUID> products() {
        return shown.stream().map(Shown::productId).distinct().toList();
    }

    /** The brand of a product when it was shown last. */
    @Nullable
    UUID brandOf(UUID productId) {
        return of(productId).stream()
                .max(Comparator.comparingLong(Shown::fromMillis))
                .map(Shown::brandId)
                .orElse(null);
    }
}
