package dev.vetrina.order.deal;

import static java.util.Objects.requireNonNull;

import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a deal must keep to be armed, besides its brand's guardrails and the stock. The first rule that it breaks is told. */
final class ArmingRules {

    private static final List<Rule> RULES = List.of(
            ArmingRules::showRuns,
            ArmingRules::variantIsKnown,
            ArmingRules::marketsAreOpen,
            ArmingRules::variantIsForSale,
            ArmingRules::priceIsReduced);

    private ArmingRules() {}

    /** One rule that people may argue about. */
    interface Rule {
        Optional<Refusal> broken(DealProposal proposal);
    }

    static Optional<Refusal> broken(DealProposal proposal) {
        return RULES.stream()
                .map(rule -> rule.broken(proposal))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is not armed in time is not armed at all: the host's countdown has begun. */
    static Optional<Refusal> inTime(DealProposal proposal, Instant now) {
        Instant armBy = proposal.request().armBy();
        return now.isAfter(armBy)
                ? Refusal.of(DealRejection.TOO_LATE, "It had to be armed by " + armBy + ".")
                : Optional.empty();
    }

    static Optional<Refusal> showRuns(DealProposal proposal) {
        if (proposal.session().filter(DealSession::running).isEmpty()) {
            return Refusal.of(DealRejection.SESSION_NOT_SELLING, "The show does not run.");
        }
        List<String> shown = proposal.session().orElseThrow().markets();
        return firstOf(proposal, market -> !shown.contains(market))
                .flatMap(market ->
                        Refusal.of(DealRejection.SESSION_NOT_SELLING, "The show is not shown in " + market + "."));
    }

    static Optional<Refusal> variantIsKnown(DealProposal proposal) {
        return proposal.offer() == null
                ? Refusal.of(DealRejection.UNKNOWN_VARIANT, "There is no such variant.")
                : Optional.empty();
    }

    static Optional<Refusal> marketsAreOpen(DealProposal proposal) {
        return firstOf(proposal, market -> !proposal.openMarkets().contains(market))
                .flatMap(market -> Refusal.of(DealRejection.MARKET_CLOSED, "Nothing is sold in " + market + " now."));
    }

    /** A price in another currency than the market's is as good as none. */
    static Optional<Refusal> variantIsForSale(DealProposal proposal) {
        if (!requireNonNull(proposal.offer()).forSale()) {
            return Refusal.of(DealRejection.NOT_FOR_SALE, "The variant is off sale.");
        }
        return proposal.request().prices().stream()
                .filter(asked -> !sameCurrency(proposal.listPrices().get(asked.market()), asked.price()))
                .findFirst()
                .flatMap(asked -> Refusal.of(
                        DealRejection.NOT_FOR_SALE,
                        "The variant has no price in " + asked.price().currency() + " in " + asked.market() + "."));
    }

    private static boolean sameCurrency(@Nullable Money list, Money asked) {
        return list != null && list.currency().equals(asked.currency());
    }

    /** A price is a reduction only against the lowest one of the 30 days before (Directive 98/6, article 6a). */
    static Optional<Refusal> priceIsReduced(DealProposal proposal) {
        return proposal.request().prices().stream()
                .filter(asked -> asked.price().amount() >= lowest(proposal, asked))
                .findFirst()
                .flatMap(asked -> Refusal.of(
                        DealRejection.NOT_A_REDUCTION,
                        "In " + asked.market() + " the lowest price of the last 30 days was "
                                + Refusal.words(new Money(
                                        lowest(proposal, asked), asked.price().currency())) + ".",
                        Refusal.noMoreThan(
                                asked.market(),
                                lowest(proposal, asked) - 1,
                                asked.price().currency())));
    }

    private static long lowest(DealProposal proposal, DealPrice asked) {
        return requireNonNull(proposal.lowestPrices().get(asked.market())).amount();
    }

    private static Optional<String> firstOf(DealProposal proposal, Predicate<String> condition) {
        return proposal.markets().stream().filter(condition).findFirst();
    }
}
