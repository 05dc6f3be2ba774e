package dev.vetrina.order.claim;

import static dev.vetrina.order.limit.TallyRows.TALLIES;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.deal.Deal;
import dev.vetrina.order.deal.DealPurchases;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.limit.CustomerTally;
import dev.vetrina.order.limit.TallyKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of a deal or a variant one customer may buy. */
final class BuyerLimits {

    private BuyerLimits() {}

    /** A tally that an order would raise, and how far it may go. */
    private record Rise(CustomerTally tally, long quantity, int limit, long bought, boolean ofDeal) {

        boolean tooHigh() {
            return bought + quantity > limit;
        }

        ProblemException refusal() {
            return ProblemException.conflict(
                            ofDeal ? "deal-limit-reached" : "purchase-limit-reached",
                            "One customer may buy " + limit + "; " + bought + " were bought already.")
                    .with(ofDeal ? "dealId" : "variantId", tally.scopeId())
                    .with("limit", limit)
                    .with("bought", bought);
        }
    }

    /** The tallies of lines under a deal, and of variants that have a limit. */
    static Set<TallyKey> keys(Collection<OrderLine> lines, String customerId, Set<UUID> limitedVariants) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.variantId(), line.origin().dealId()))
                .filter(Objects::nonNull)
                .filter(scope -> limitedVariants.contains(scope) || isDeal(lines, scope))
                .map(scope -> new TallyKey(scope, customerId))
                .collect(Collectors.toSet());
    }

    private static boolean isDeal(Collection<OrderLine> lines, UUID scope) {
        return lines.stream().anyMatch(line -> scope.equals(line.origin().dealId()));
    }

    /** Every tally in which the order may count: whether its variants have a limit now, the tallies know. */
    static Set<TallyKey> keys(Order order) {
        return keys(order.lines(), order.origin().customerId(), order.variantIds());
    }

    /** @throws ProblemException 409 {@code deal-limit-reached} or {@code purchase-limit-reached} */
    static void require(Batch batch, Order order) {
        rises(batch, order).stream().filter(Rise::tooHigh).findFirst().ifPresent(rise -> {
            throw rise.refusal();
        });
    }

    static boolean allow(Batch batch, Order order) {
        return rises(batch, order).stream().noneMatch(Rise::tooHigh);
    }

    static void claim(Batch batch, Order order) {
        rises(batch, order).forEach(rise -> rise.tally().claim(batch, order.id(), rise.quantity()));
    }

    /** Units that the buyer does not get count no more. */
    static void giveBack(Batch batch, Order order, OrderLine line, int units) {
        Stream.of(line.variantId(), line.origin().dealId())
                .filter(Objects::nonNull)
                .map(scope -> new TallyKey(scope, order.origin().customerId()))
                .forEach(key -> CustomerTally.giveBack(batch, key, order.id(), units));
    }

    private static List<Rise> rises(Batch batch, Order order) {
        if (order.origin().test()) {
            return List.of();
        }
        return keys(order).stream()
                .flatMap(key -> batch.find(TALLIES, key).stream())
                .flatMap(tally -> rise(batch, order, tally).stream())
                .toList();
    }

    private static Optional<Rise> rise(Batch batch, Order order, CustomerTally tally) {
        Optional<Deal> deal = order.lines().stream()
                .filter(line -> tally.scopeId().equals(line.origin().dealId()))
                .findFirst()
                .flatMap(line -> DealPurchases.of(batch, line));
        if (deal.isPresent()) {
            int limit = deal.get().terms().perBuyerLimit();
            long bought = tally.boughtSince(Instant.EPOCH);
            return Optional.of(new Rise(tally, quantity(order, tally), limit, bought, true));
        }
        return tally.limit()
                .map(limit -> new Rise(
                        tally,
                        quantity(order, tally),
                        limit.maxPerCustomer(),
                        tally.boughtSince(limit.since(batch.now())),
                        false));
    }

    private static long quantity(Order order, CustomerTally tally) {
        UUID scope = tally.scopeId();
        return order.lines().stream()
                .filter(line -> scope.equals(line.variantId())
                        || scope.equals(line.origin().dealId()))
                .mapToLong(OrderLine::quantity)
                .sum();
    }
}
