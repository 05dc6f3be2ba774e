package dev.vetrina.live.deal;

import java.util.UUID;

/**
 * What of a deal can still be bought.
 *
 * @param sequence of its variant's stock: the higher one counts
 */
record UnitsLeft(UUID dealId, long sequence, long units) {}
