package dev.vetrina.live.card;

import java.util.UUID;

/** A brand was suspended or reinstated. Fired in the transaction that changes the view. */
public record BrandTurn(UUID brandId) {}
