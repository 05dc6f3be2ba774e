package dev.vetrina.order.deal;

import static dev.vetrina.order.deal.DealRows.DEALS;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What orders do to deals, in the batch that places them or gives them up. */
public final class DealPurchases {

    private DealPurchases() {}

    /** Asks for the deals of an order's lines. */
    public static void need(Needs needs, Collection<OrderLine> lines) {
        lines.stream()
                .map(line -> line.origin().dealId())
                .filter(Objects::nonNull)
                .forEach(dealId -> needs.add(DEALS, dealId));
    }

    /** Asks for a deal whose units are moved. */
    public static void need(Needs needs, UUID dealId) {
        needs.add(DEALS, dealId);
    }

    /** The deal under which a line is bought, or empty if it is bought at the list price. */
    public static Optional<Deal> of(Batch batch, OrderLine line) {
        return Optional.ofNullable(line.origin().dealId()).map(dealId -> batch.row(DEALS, dealId));
    }

    /** @throws ProblemException 409 {@code deal-not-open} if one of the lines' deals does not sell at that time in that market */
    public static void requireOpen(Batch batch, Order order, Instant receivedAt) {
        order.lines()
                .forEach(line -> of(batch, line)
                        .filter(deal -> !deal.sells(order.origin().market(), receivedAt))
                        .ifPresent(deal -> {
                            throw notOpen(deal);
                        }));
    }

    private static ProblemException notOpen(Deal deal) {
        ProblemException refusal = ProblemException.conflict("deal-not-open", "The deal does not sell there now.")
                .with("dealId", deal.id())
                .with("dealStatus", deal.status());
        return deal.wasArmed()
                ? refusal.with("opensAt", deal.hours().opensAt())
                        .with("closesAt", deal.hours().closesAt())
                : refusal;
    }

    /** The lines are bought. A deal that a buyer finds open is open: its clock may be a moment late. */
    public static void take(Batch batch, Order order) {
        move(batch, order, 1);
    }

    /** The order is given up. */
    public static void giveBack(Batch batch, Order order) {
        move(batch, order, -1);
    }

    /** Some units of a line are given up. */
    public static void giveBack(Batch batch, Order order, OrderLine line, int units) {
        move(batch, order, line, -units);
    }

    private static void move(Batch batch, Order order, OrderLine line, long units) {
        of(batch, line).ifPresent(deal -> {
            deal.open(batch.now()).ifPresent(batch::publish);
            deal.take(order.origin().market(), units);
        });
    }

    private static void move(Batch batch, Order order, int sign) {
        order.lines().forEach(line -> move(batch, order, line, (long) sign * line.quantity()));
    }
}
