package dev.vetrina.live.card;

/** A market was opened or closed for sale. Fired in the transaction that tells of it. */
public record MarketTurn(String market) {}
