package dev.vetrina.live.timeline;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was on air when, as the facts tell. A position is a moment of the show without its pauses: it stands still while one
 * lasts.
 */
public final class Broadcast {

    /** The facts from which it follows. */
    static final Set<FactKind> KINDS = EnumSet.of(
            FactKind.SESSION_STARTED,
            FactKind.SESSION_PAUSED,
            FactKind.SESSION_RESUMED,
            FactKind.SESSION_ENDED,
            FactKind.PRODUCT_PINNED,
            FactKind.PRODUCT_UNPINNED);

    private static final Set<String> CODES = KINDS.stream().map(FactKind::code).collect(Collectors.toSet());

    private final List<Span> spans = new ArrayList<>();
    private final List<Airing> airings = new ArrayList<>();
    private @Nullable Instant runningSince;
    private @Nullable Airing onScreen;

    private Broadcast() {}

    private record Span(Instant from, Instant until) {}

    /** @param facts in their order; those of other kinds are passed by */
    public static Broadcast of(List<Fact> facts) {
        Broadcast broadcast = new Broadcast();
        facts.stream().filter(fact -> CODES.contains(fact.kind())).forEach(broadcast::take);
        return broadcast;
    }

    private void take(Fact fact) {
        switch (FactKind.of(fact.kind())) {
            case SESSION_STARTED, SESSION_RESUMED -> runningSince = fact.occurredAt();
            case SESSION_PAUSED -> stop(fact.occurredAt());
            case SESSION_ENDED -> {
                stop(fact.occurredAt());
                leaveScreen(fact.occurredAt());
            }
            case PRODUCT_PINNED -> {
                leaveScreen(fact.occurredAt());
                onScreen = airing(fact);
            }
            case PRODUCT_UNPINNED -> leaveScreen(fact.occurredAt());
            default -> {
                // Changes neither what is on screen nor whether the show runs.
            }
        }
    }

    private void stop(Instant at) {
        if (runningSince != null) {
            spans.add(new Span(runningSince, at));
            runningSince = null;
        }
    }

    private void leaveScreen(Instant at) {
        Airing left = onScreen;
        if (left != null) {
            airings.add(new Airing(left.sequence(), left.productId(), left.brandId(), left.from(), at));
            onScreen = null;
        }
    }

    private static Airing airing(Fact pinned) {
        UUID productId = UUID.fromString(pinned.data().path("productId").asText());
        UUID brandId = pinned.data().hasNonNull("brandId")
                ? UUID.fromString(pinned.data().path("brandId").asText())
                : null;
        return new Airing(pinned.sequence(), productId, brandId, pinned.occurredAt(), null);
    }

    /** Every product that was put on screen, in their order; the last one may still be on it. */
    public List<Airing> airings() {
        List<Airing> all = new ArrayList<>(airings);
        if (onScreen != null) {
            all.add(onScreen);
        }
        return all;
    }

    /** How long the show had run at this moment, without its pauses; 0 before its start. */
    public long positionMillis(Instant at) {
        long ended = spans.stream()
                .mapToLong(span -> overlap(span.from(), span.until(), at))
                .sum();
        return runningSince == null ? ended : ended + overlap(requireNonNull(runningSince), at, at);
    }

    /** How long the show ran in all, without its pauses, once it is over: its end is when that was told. */
    public long lengthMillis() {
        return positionMillis(Instant.MAX);
    }

    private static long overlap(Instant from, Instant until, Instant at) {
        Instant end = until.isBefore(at) ? until : at;
        return Math.max(0, Duration.between(from, end).toMillis());
    }
}
