package dev.vetrina.order.returns;

/**
 * What came of a line that was to come back.
 *
 * @param restocked how many of the received units can be sold again
 */
record Receipt(int received, int restocked) {}
