package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.demo.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stock is conserved, and agrees with the orders: nothing was sold twice. */
final class StockCheck {

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    private StockCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Finding> of(Evidence evidence) {
        StockCheck check = new StockCheck(evidence);
        evidence.stockAfter().forEach(check::check);
        return check.findings;
    }

    private void check(UUID variant, StockCount after) {
        StockCount before = evidence.stockBefore().getOrDefault(variant, new StockCount(0, 0, 0, 0));
        conserved(variant, before, after);
        notOversold(variant, before, after);
        agreesWithOrders(variant, before, after);
    }

    private void conserved(UUID variant, StockCount before, StockCount after) {
        long sum = after.available() + after.held() + after.sold();
        if (sum != after.putOnSale()) {
            add(
                    Kind.STOCK,
                    sum - after.putOnSale(),
                    variant,
                    "available + held + sold is not what was put on sale",
                    after);
        }
        if (after.putOnSale() != before.putOnSale()) {
            add(Kind.STOCK, after.putOnSale() - before.putOnSale(), variant, "what was put on sale has changed", after);
        }
    }

    /** Holds of an earlier show may end during this one, and their units be sold again. */
    private void notOversold(UUID variant, StockCount before, StockCount after) {
        long beyondStock = after.held() + after.sold() - after.putOnSale();
        long beyondOffer = taken(variant) - before.available() - before.held();
        if (beyondStock > 0) {
            add(Kind.OVERSOLD, beyondStock, variant, "more is held and sold than was put on sale", after);
        }
        if (beyondOffer > 0) {
            add(Kind.OVERSOLD, beyondOffer, variant, "orders took more than was available", after);
        }
    }

    private void agreesWithOrders(UUID variant, StockCount before, StockCount after) {
        long paid = paid(variant);
        long pending = taken(variant) - paid;
        if (after.sold() - before.sold() != paid) {
            add(Kind.STOCK, after.sold() - before.sold() - paid, variant, "sold units and paid orders differ", after);
        }
        if (after.held() < pending || after.held() > pending + before.held()) {
            add(Kind.STOCK, after.held() - pending, variant, "held units and unpaid orders differ", after);
        }
    }

    private long taken(UUID variant) {
        return evidence.orders().stream()
                .filter(OrderFound::takesStock)
                .mapToLong(order -> order.units(variant))
                .sum();
    }

    private long paid(UUID variant) {
        return evidence.orders().stream()
                .filter(OrderFound::isPaid)
                .mapToLong(order -> order.units(variant))
                .sum();
    }

    private void add(Kind kind, long units, UUID variant, String text, StockCount after) {
        findings.add(new Finding(kind, Math.abs(units), "variant " + variant + ": " + text + ": " + after));
    }
}
