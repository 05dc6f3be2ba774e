package dev.vetrina.live.card;

import java.util.UUID;

/** A variant was sold out or is back in stock. Fired in the transaction that changes the view. */
public record StockTurn(UUID productId, UUID variantId, boolean soldOut) {}
