package dev.vetrina.order.fulfilment;

import static dev.vetrina.order.lifecycle.FulfilmentStatus.AWAITING_CONFIRMATION;
import static dev.vetrina.order.lifecycle.FulfilmentStatus.CANCELLED;
import static dev.vetrina.order.lifecycle.FulfilmentStatus.CONFIRMED;
import static dev.vetrina.order.lifecycle.FulfilmentStatus.PARTIALLY_SHIPPED;

import dev.vetrina.events.FulfilmentEvent.RefundedUnits;
import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A brand's part of a paid order. Every method changes it, or throws and changes nothing. */
public final class Fulfilment {

    private final BrandPart part;
    private final PartLines lines;
    private final List<Shipment> shipments = new ArrayList<>();
    private FulfilmentStatus status;
    private Milestones milestones;
    private long version;
    private long shippingRefunded;
    private boolean changed;

    Fulfilment(BrandPart part, List<PartLine> lines, Milestones milestones, long version, long shippingRefunded) {
        this.part = part;
        this.lines = new PartLines(lines);
        this.status = part.status();
        this.milestones = milestones;
        this.version = version;
        this.shippingRefunded = shippingRefunded;
    }

    void restore(Shipment shipment) {
        shipments.add(shipment);
    }

    /** Returns whether it was not confirmed yet. */
    boolean confirm(Instant now) {
        if (status == CANCELLED) {
            throw ProblemException.conflict("fulfilment-cancelled", "It is cancelled.")
                    .with("fulfilmentStatus", status);
        }
        if (status != AWAITING_CONFIRMATION) {
            return false;
        }
        become(CONFIRMED, now);
        return true;
    }

    /**
     * Units leave.
     *
     * @return their price; the first of them bear the shipping
     * @throws ProblemException as {@link #requireShippable}
     */
    Money ship(Shipment shipment) {
        requireShippable(shipment.lines());
        Money price = shipments.isEmpty() ? part.total() : free();
        for (Map.Entry<UUID, Integer> units : shipment.lines().entrySet()) {
            price = price.plus(line(units.getKey()).price(units.getValue()));
            line(units.getKey()).ship(units.getValue());
        }
        shipments.add(shipment);
        settle(shipment.parcel().shippedAt());
        return price;
    }

    /** @throws ProblemException 409 unless it is confirmed and so many units of each line are open */
    void requireShippable(Map<UUID, Integer> units) {
        if (status != CONFIRMED && status != PARTIALLY_SHIPPED) {
            throw ProblemException.conflict("fulfilment-not-shippable", "It is " + status + ".")
                    .with("fulfilmentId", id())
                    .with("fulfilmentStatus", status);
        }
        lines.requireOpen(units);
    }

    /** Returns whether it had not arrived yet. */
    boolean deliver(Shipment shipment, Instant now) {
        if (shipment.deliveredAt() != null) {
            return false;
        }
        shipment.arrived(now);
        shipment.lines().forEach((lineId, units) -> line(lineId).deliver(units));
        settle(now);
        return true;
    }

    /**
     * Gives units up that are not shipped; the shipping is given back when nothing of the part stays with the buyer.
     *
     * @throws ProblemException 409 if so many units are not open
     */
    GivenBack cancel(Map<UUID, Integer> units, CancelReason reason, @Nullable String note, Instant now) {
        lines.requireOpen(units);
        List<RefundedUnits> worth = lines.worth(units);
        units.forEach((lineId, number) -> line(lineId).cancel(number));
        milestones = milestones.cancelled(reason, note, now);
        settle(now);
        GivenBack back = givenBack(worth, nothingKeptBut(Map.of()));
        shippingRefunded += back.shipping().amount();
        return back;
    }

    /**
     * Units came back.
     *
     * @param withShipping whether the shipping is given back too, once nothing of the part stays with the buyer
     */
    public GivenBack takeBack(Map<UUID, Integer> units, boolean withShipping) {
        GivenBack back = quote(units, withShipping);
        units.forEach((lineId, number) -> line(lineId).takeBack(number));
        shippingRefunded += back.shipping().amount();
        touch();
        return back;
    }

    /** What {@link #takeBack} would give back now. */
    public GivenBack quote(Map<UUID, Integer> units, boolean withShipping) {
        return givenBack(lines.worth(units), withShipping && nothingKeptBut(units));
    }

    /** Whether the buyer has nothing of it but these units, and the shipping was not given back before. */
    private boolean nothingKeptBut(Map<UUID, Integer> units) {
        return shippingRefunded == 0 && lines.keptWithout(units) == 0;
    }

    private GivenBack givenBack(List<RefundedUnits> worth, boolean withShipping) {
        return new GivenBack(worth, withShipping ? part.total() : free(), withShipping ? part.tax() : free());
    }

    private Money free() {
        return Money.zero(part.total().currency());
    }

    /** The state follows from the units. */
    private void settle(Instant now) {
        touch();
        lines.state().ifPresent(next -> become(next, now));
    }

    private void become(FulfilmentStatus next, Instant now) {
        if (next == status) {
            return;
        }
        if (!status.canBecome(next)) {
            throw new IllegalStateException("fulfilment " + id() + " cannot go from " + status + " to " + next);
        }
        status = next;
        milestones = milestones.reached(next, now);
        touch();
    }

    private void touch() {
        if (!changed) {
            version++;
            changed = true;
        }
    }

    /** Everything that is neither shipped nor cancelled. */
    public Map<UUID, Integer> open() {
        return lines.open();
    }

    /** @throws ProblemException 422 if the line is not of this part */
    public PartLine line(UUID lineId) {
        return lines.get(lineId);
    }

    public UUID id() {
        return part.fulfilmentId();
    }

    public UUID brandId() {
        return part.brandId();
    }

    BrandPart part() {
        return part;
    }

    public List<PartLine> lines() {
        return lines.all();
    }

    List<Shipment> shipments() {
        return List.copyOf(shipments);
    }

    /** @throws ProblemException 404 */
    Shipment shipment(UUID shipmentId) {
        return shipments.stream()
                .filter(shipment -> shipment.id().equals(shipmentId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("shipment", shipmentId));
    }

    public FulfilmentStatus status() {
        return status;
    }

    Milestones milestones() {
        return milestones;
    }

    /** When the last of it arrived, or null. */
    public @Nullable Instant deliveredAt() {
        return milestones.deliveredAt();
    }

    long version() {
        return version;
    }

    long shippingRefunded() {
        return shippingRefunded;
    }

    boolean changed() {
        return changed;
    }
}
