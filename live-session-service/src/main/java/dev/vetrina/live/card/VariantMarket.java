package dev.vetrina.live.card;

import java.util.UUID;

/** A variant in a market: what a price belongs to. */
public record VariantMarket(UUID variantId, String market) {}
