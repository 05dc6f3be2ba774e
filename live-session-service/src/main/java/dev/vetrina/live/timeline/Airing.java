package dev.vetrina.live.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product on screen, from its pin until another one's, its unpinning or the end.
 *
 * @param sequence the number of the fact that told of the pin
 * @param brandId null if the product was not known when it was pinned
 * @param until null while it is on screen
 */
public record Airing(
        long sequence,
        UUID productId,
        @Nullable UUID brandId,
        Instant from,
        @Nullable Instant until) {}
