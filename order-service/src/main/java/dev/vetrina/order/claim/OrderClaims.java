package dev.vetrina.order.claim;

import static dev.vetrina.order.lifecycle.OrderRows.ORDERS;
import static dev.vetrina.order.limit.TallyRows.TALLIES;
import static dev.vetrina.order.stock.StockRows.STOCK;
import static dev.vetrina.order.stock.WaiterRows.WAITERS;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.coupon.CouponQuotas;
import dev.vetrina.order.deal.DealPurchases;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.limit.CustomerTally;
import java.time.Instant;
import java.util.UUID;

/** Everything that an order takes up while it may still be paid: kept, given back or used up together. */
public final class OrderClaims {

    private OrderClaims() {}

    /** Asks for what an order will claim when it is placed. */
    public static void needToPlace(Needs needs, NewClaims claims) {
        DealPurchases.need(needs, claims.lines());
        CouponQuotas.need(needs, claims.lines(), claims.customerId());
        needs.addAll(TALLIES, BuyerLimits.keys(claims.lines(), claims.customerId(), claims.limitedVariants()));
        claims.lines().forEach(line -> needs.add(STOCK, line.variantId()));
        needs.addAll(WAITERS, claims.waitlistEntries().values());
    }

    /**
     * Claims it.
     *
     * @param receivedAt when the buyer's request came in
     * @throws ProblemException 409 that tells what there is too little of; nothing is claimed then
     */
    public static void place(Batch batch, Order order, NewClaims claims, Instant receivedAt) {
        DealPurchases.requireOpen(batch, order, receivedAt);
        CouponQuotas.require(batch, order);
        BuyerLimits.require(batch, order);
        order.allocate(new Allocation(batch, order, claims.waitlistEntries()).hold());
        DealPurchases.take(batch, order);
        CouponQuotas.claim(batch, order);
        BuyerLimits.claim(batch, order);
    }

    /**
     * Asks for an order and, once it is there, for all that it claims. One whose hold is over may be ended by another draft of this
     * very batch: its buyer's limits are needed as if it were.
     */
    public static void need(Needs needs, Batch batch, UUID orderId) {
        needSold(needs, batch, orderId);
        batch.find(ORDERS, orderId).ifPresent(order -> {
            boolean expired = order.status() == OrderStatus.EXPIRED;
            if (expired || order.status() == OrderStatus.PENDING_PAYMENT) {
                CouponQuotas.need(needs, order.lines(), order.origin().customerId());
            }
            if (expired || order.due(batch.now())) {
                needs.addAll(TALLIES, BuyerLimits.keys(order));
            }
        });
    }

    /** Asks for an order and, once it is there, for what is touched when units that it bought are given back. */
    public static void needSold(Needs needs, Batch batch, UUID orderId) {
        OrderRows.needWithStock(needs, batch, orderId);
        batch.find(ORDERS, orderId).ifPresent(order -> DealPurchases.need(needs, order.lines()));
    }

    /** The order is given up before it was paid. */
    public static void release(Batch batch, Order order) {
        HeldStock.release(batch, order);
        DealPurchases.giveBack(batch, order);
        CouponQuotas.giveBack(batch, order);
        CustomerTally.giveBack(batch, order.id());
    }

    /** Units of a line that were sold and never left: they are on sale again and count towards no limit any more. */
    public static void giveBackSold(Batch batch, Order order, OrderLine line, int units) {
        batch.row(STOCK, line.variantId()).pool(line.pool(), line.brandId()).cancelSale(units, order.id(), batch.now());
        DealPurchases.giveBack(batch, order, line, units);
        BuyerLimits.giveBack(batch, order, line, units);
    }

    /** The order is paid. */
    public static void sell(Batch batch, Order order) {
        HeldStock.sell(batch, order);
    }

    /**
     * Claims again for an order whose hold has ended, from where it would be bought now and at the price that was paid. Returns whether
     * everything was still there; else nothing changes. The units of
     * a deal that is over are not: they are on sale at the usual price. Nor is a coupon that others have used up meanwhile, as its
     * payer has promised no more than the quota; one that has only ended still is.
     */
    public static boolean sellAgain(Batch batch, Order order) {
        if (!BuyerLimits.allow(batch, order)
                || !CouponQuotas.allow(batch, order)
                || !HeldStock.sellAgain(batch, order)) {
            return false;
        }
        DealPurchases.take(batch, order);
        CouponQuotas.claim(batch, order);
        BuyerLimits.claim(batch, order);
        return true;
    }
}
