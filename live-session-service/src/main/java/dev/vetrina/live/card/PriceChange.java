package dev.vetrina.live.card;

import java.util.Set;
import java.util.UUID;

/** Other prices of a product are in force than those last told. Fired in the transaction that changes the view. */
public record PriceChange(UUID productId, Set<VariantMarket> prices) {}
