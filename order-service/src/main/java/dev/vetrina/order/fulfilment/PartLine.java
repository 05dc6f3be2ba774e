package dev.vetrina.order.fulfilment;

import dev.vetrina.events.FulfilmentEvent.RefundedUnits;
import dev.vetrina.events.FulfilmentEvent.Units;
import dev.vetrina.events.Money;
import java.util.UUID;

/** How far one line of an order has come, in units. */
public final class PartLine {

    private final Bought bought;
    private int cancelled;
    private int shipped;
    private int delivered;
    private int returned;

    /**
     * What does not change any more.
     *
     * @param pool the stock pool from which it was taken
     * @param total what the buyer pays for the line, with the tax in it
     */
    public record Bought(
            UUID lineId, UUID variantId, UUID brandId, String pool, int quantity, Money total, Money tax) {}

    PartLine(Bought bought, int cancelled, int shipped, int delivered, int returned) {
        this.bought = bought;
        this.cancelled = cancelled;
        this.shipped = shipped;
        this.delivered = delivered;
        this.returned = returned;
    }

    /** What can still be shipped or cancelled. */
    public int open() {
        return bought.quantity() - cancelled - shipped;
    }

    /** What left and has not come back, whether it is known to have arrived or not. */
    public int away() {
        return shipped - returned;
    }

    /** What has arrived and has not come back. */
    public int withBuyer() {
        return Math.max(0, delivered - returned);
    }

    /** What its next units are worth that the buyer does not keep. */
    RefundedUnits worth(int units) {
        return new RefundedUnits(
                bought.lineId(),
                bought.variantId(),
                units,
                UnitShares.of(bought.total(), bought.quantity(), given(), units),
                UnitShares.of(bought.tax(), bought.quantity(), given(), units));
    }

    /** The price of the next units that leave: what goes back is counted from the one end of a line, what leaves from the other. */
    Money price(int units) {
        return UnitShares.of(bought.total(), bought.quantity(), bought.quantity() - shipped - units, units);
    }

    void cancel(int units) {
        require(units <= open(), "cancelled");
        cancelled += units;
    }

    void ship(int units) {
        require(units <= open(), "shipped");
        shipped += units;
    }

    void deliver(int units) {
        require(units <= shipped - delivered, "delivered");
        delivered += units;
    }

    void takeBack(int units) {
        require(units <= away(), "taken back");
        returned += units;
    }

    private void require(boolean enough, String what) {
        if (!enough) {
            throw new IllegalStateException("line " + bought.lineId() + " has no such units to be " + what);
        }
    }

    /** Units whose price went back. */
    int given() {
        return cancelled + returned;
    }

    /** What of its price went back. */
    long refunded() {
        return UnitShares.of(bought.total(), bought.quantity(), 0, given()).amount();
    }

    Units units(int quantity) {
        return new Units(bought.lineId(), bought.variantId(), quantity);
    }

    public Bought bought() {
        return bought;
    }

    public UUID id() {
        return bought.lineId();
    }

    public int cancelled() {
        return cancelled;
    }

    public int shipped() {
        return shipped;
    }

    public int delivered() {
        return delivered;
    }

    public int returned() {
        return returned;
    }
}
