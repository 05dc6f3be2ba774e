package dev.vetrina.order.returns;

import java.util.UUID;

/**
 * Units of a line that come back.
 *
 * @param received how many of them came
 * @param restocked how many of those can be sold again
 */
record ReturnLine(UUID lineId, int quantity, ReturnReason reason, int received, int restocked) {

    static ReturnLine of(UUID lineId, int quantity, ReturnReason reason) {
        return new ReturnLine(lineId, quantity, reason, 0, 0);
    }

    ReturnLine received(int units, int sellable) {
        return new ReturnLine(lineId, quantity, reason, units, sellable);
    }
}
