package dev.vetrina.order.checkout;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.deal.Deals;
import dev.vetrina.order.lifecycle.LineOrigin;
import dev.vetrina.order.offer.Market;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.offer.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a unit costs in a market at a moment. */
@ApplicationScoped
class LinePricing {

    private final Offers offers;
    private final Deals deals;

    LinePricing(Offers offers, Deals deals) {
        this.deals = deals;
        this.offers = offers;
    }

    /** @throws ProblemException 404 for an unknown variant or deal, 409 {@code not-for-sale} */
    SellingLine price(LineRequest line, LineOrigin origin, Market market, Instant now) {
        Offer offer = offers.get(line.variantId());
        Money listPrice = offer.priceIn(market.code(), now)
                .filter(inForce -> offer.forSale() && inForce.currency().equals(market.currency()))
                .orElseThrow(() -> notForSale(line.variantId(), market.code()));
        Optional<Money> dealPrice = Optional.ofNullable(line.dealId())
                .flatMap(id -> deals.offered(id, line.variantId()).priceIn(market.code()));
        Money unitPrice = PricePrecedence.DEAL_THEN_LIST.of(dealPrice, listPrice);
        return new SellingLine(offer, line.quantity(), listPrice, unitPrice, origin, line.waitlistEntryId());
    }

    private static ProblemException notForSale(UUID variantId, String market) {
        return ProblemException.conflict("not-for-sale", "The variant is not sold in " + market + ".")
                .with("variantId", variantId);
    }
}
