package dev.vetrina.order.deal;

import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A brand's guardrails with what its deals have used of them, loaded under the lock of its document. */
final class BrandGuardrails {

    private final GuardrailDocument document;
    private final long version;
    private final List<DealSpending> spent = new ArrayList<>();

    BrandGuardrails(GuardrailDocument document, long version) {
        this.document = document;
        this.version = version;
    }

    void add(DealSpending spending) {
        spent.add(spending);
    }

    /** Counts a deal that is armed now. */
    void commit(DealTerms terms, Instant opensAt) {
        add(new DealSpending(terms, opensAt, false, Map.of()));
    }

    /** Which of them a deal would break. */
    Optional<Refusal> broken(DealTerms terms, Instant opensAt) {
        return belowFloor(terms).or(() -> discountTooHigh(terms)).or(() -> overBudget(terms, opensAt));
    }

    private Optional<Refusal> belowFloor(DealTerms terms) {
        return document.floors().stream()
                .filter(floor -> floor.variantId().equals(terms.variantId()))
                .filter(floor -> terms.in(floor.market())
                        .filter(price -> price.price().amount() < floor.price().amount())
                        .isPresent())
                .findFirst()
                .flatMap(floor -> Refusal.of(
                        DealRejection.BELOW_FLOOR_PRICE,
                        "In " + floor.market() + " the brand sells it for no less than " + Refusal.words(floor.price())
                                + ".",
                        Refusal.noLessThan(
                                floor.market(),
                                floor.price().amount(),
                                floor.price().currency())));
    }

    private Optional<Refusal> discountTooHigh(DealTerms terms) {
        Integer highest = document.maximumDiscountPercent();
        if (highest == null) {
            return Optional.empty();
        }
        return terms.prices().stream()
                .filter(price -> Math.multiplyExact(price.discount(), 100L)
                        > Math.multiplyExact(price.listPrice().amount(), (long) highest))
                .findFirst()
                .flatMap(price -> Refusal.of(
                        DealRejection.BELOW_FLOOR_PRICE,
                        "In " + price.market() + " the brand allows no more than " + highest + " % off "
                                + Refusal.words(price.listPrice()) + ".",
                        Refusal.noLessThan(
                                price.market(),
                                lowestWith(highest, price.listPrice()),
                                price.listPrice().currency())));
    }

    /** The discount is rounded down, and so never more than is allowed. */
    private static long lowestWith(int highestPercent, Money listPrice) {
        return listPrice.amount() - Math.multiplyExact(listPrice.amount(), (long) highestPercent) / 100;
    }

    private Optional<Refusal> overBudget(DealTerms terms, Instant opensAt) {
        DealSpending wanted = new DealSpending(terms, opensAt, false, Map.of());
        return document.budgets().stream()
                .filter(budget -> wanted.in(budget) > left(budget))
                .findFirst()
                .flatMap(budget -> Refusal.of(
                        DealRejection.DISCOUNT_BUDGET_SPENT,
                        "In " + budget.market() + " it could cost "
                                + Refusal.words(new Money(
                                        wanted.in(budget), budget.amount().currency()))
                                + ", and the brand's budget has "
                                + Refusal.words(
                                        new Money(left(budget), budget.amount().currency())) + " left.",
                        Refusal.unitsUpTo(left(budget) / (wanted.in(budget) / terms.quantity()))));
    }

    long used(GuardrailDocument.Budget budget) {
        return spent.stream().mapToLong(spending -> spending.in(budget)).sum();
    }

    private long left(GuardrailDocument.Budget budget) {
        return Math.max(0, budget.amount().amount() - used(budget));
    }

    GuardrailDocument document() {
        return document;
    }

    long version() {
        return version;
    }
}
