package dev.vetrina.order.returns;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.OrderParts;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.terms.SellingTerms;
import dev.vetrina.order.terms.SellingTermsBook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What may come back, and until when.
 *
 * @param window in which the market takes goods back after the last of a part has arrived
 */
record ReturnRules(Duration window) {

    /** Directive 2011/83/EU, article 9. */
    private static final int WITHDRAWAL_DAYS = 14;

    /** An order keeps the terms under which it was placed. */
    static ReturnRules of(Order order, SellingTermsBook book) {
        SellingTerms terms = book.version(order.origin().market(), order.terms().version());
        return new ReturnRules(Duration.ofDays(terms.returnWindowDays()));
    }

    static void requireKept(Order order) {
        if (!order.status().kept()) {
            throw ProblemException.conflict("order-not-paid", "The order is " + order.status() + ".")
                    .with("orderStatus", order.status());
        }
    }

    /**
     * The one part of which all the lines are: each brand gets a parcel of its own.
     *
     * @throws ProblemException 422
     */
    static Fulfilment onePart(OrderParts parts, Collection<UUID> lineIds) {
        List<Fulfilment> concerned =
                lineIds.stream().map(parts::ofLine).distinct().toList();
        if (concerned.size() != 1) {
            throw ProblemException.invalid("lines", "must be of one brand: each gets a return of its own");
        }
        return concerned.getFirst();
    }

    /** @throws ProblemException 409 if the window has closed, or the buyer does not have so many units */
    void requireReturnable(Fulfilment part, Map<UUID, Integer> units, OrderReturns returns, Instant now) {
        Instant delivered = part.deliveredAt();
        if (delivered != null && !now.isBefore(delivered.plus(window))) {
            throw ProblemException.conflict(
                    "return-window-closed", "It could be returned until " + delivered.plus(window));
        }
        units.forEach((lineId, number) -> {
            int returnable = part.line(lineId).withBuyer() - returns.underWay(lineId);
            if (number > returnable) {
                throw ProblemException.conflict("more-than-returnable", "The buyer does not have so many units.")
                        .with("lineId", lineId)
                        .with("returnable", Math.max(0, returnable));
            }
        });
    }

    /** @throws ProblemException 409 if it is too late, or so many units are not the buyer's (any more) */
    static void requireWithdrawable(OrderParts parts, Map<UUID, Integer> units, OrderReturns returns, Instant now) {
        units.forEach((lineId, number) -> {
            Fulfilment part = parts.ofLine(lineId);
            Instant delivered = part.deliveredAt();
            if (delivered != null && !now.isBefore(endOfWithdrawal(delivered))) {
                throw ProblemException.conflict(
                        "withdrawal-period-over", "One could withdraw until " + endOfWithdrawal(delivered));
            }
            int left = withdrawable(part, lineId, returns);
            if (number > left) {
                throw ProblemException.conflict("more-than-withdrawable", "So many units are not the buyer's any more.")
                        .with("lineId", lineId)
                        .with("withdrawable", left);
            }
        });
    }

    static int withdrawable(Fulfilment part, UUID lineId, OrderReturns returns) {
        var line = part.line(lineId);
        return Math.max(0, line.open() + line.away() - returns.underWay(lineId));
    }

    /**
     * The day of the delivery does not count, and the last one ends at midnight. One more is given because the time zone in
     * which the buyer counts is not known.
     */
    static Instant endOfWithdrawal(Instant delivered) {
        return LocalDate.ofInstant(delivered, ZoneOffset.UTC)
                .plusDays(WITHDRAWAL_DAYS + 2L)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
