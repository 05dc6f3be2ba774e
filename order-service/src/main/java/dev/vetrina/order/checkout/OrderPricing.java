package dev.vetrina.order.checkout;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.LineOrigin;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.OrderOrigin;
import dev.vetrina.order.lifecycle.OrderTerms;
import dev.vetrina.order.offer.Market;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.offer.Offers;
import dev.vetrina.order.session.SellingSession;
import dev.vetrina.order.session.SellingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an order costs at a moment, from the views of catalogue and sessions. Takes no lock. */
@ApplicationScoped
class OrderPricing {

    private final Offers offers;
    private final SellingSessions sessions;
    private final CheckoutSettings settings;

    OrderPricing(Offers offers, SellingSessions sessions, CheckoutSettings settings) {
        this.offers = offers;
        this.sessions = sessions;
        this.settings = settings;
    }

    /**
     * @throws ProblemException 422 for a market that does not exist, 409 for one that is closed or a show that does not sell there,
     *     404 for an unknown variant, 409 {@code not-for-sale}, 409 {@code total-changed}
     */
    PricedOrder price(PlaceOrderRequest request, String customerId, Instant now) {
        OrderOrigin origin = origin(request, customerId, now);
        List<OrderLine> lines =
                request.lines().stream().map(line -> line(line, origin, now)).toList();
        OrderTerms terms = new OrderTerms(
                0,
                TaxTreatment.INCLUSIVE,
                OrderTerms.Capture.AT_CONFIRMATION,
                settings.hold(),
                settings.paymentClosesBefore());
        PricedOrder priced = new PricedOrder(
                Ids.next(),
                origin,
                terms,
                lines,
                parts(lines, origin),
                request.shippingAddress().toAddress(),
                now);
        requireExpected(priced.place().total(), request.expectedTotal());
        return priced;
    }

    private static void requireExpected(Money total, Money expected) {
        if (!total.equals(expected)) {
            throw ProblemException.conflict("total-changed", "The total is not what the buyer was shown.")
                    .with("expectedTotal", expected)
                    .with("actualTotal", total);
        }
    }

    private static List<BrandPart> parts(List<OrderLine> lines, OrderOrigin origin) {
        Money free = Money.zero(origin.currency());
        return lines.stream()
                .map(OrderLine::brandId)
                .distinct()
                .map(brandId -> new BrandPart(Ids.next(), brandId, "standard", free, free, free))
                .toList();
    }

    private OrderOrigin origin(PlaceOrderRequest request, String customerId, Instant now) {
        Market market = offers.market(request.market())
                .orElseThrow(() -> ProblemException.invalid("market", "is not a market of ours"));
        if (!market.openAt(now)) {
            throw ProblemException.conflict("market-closed", "Nothing is sold in " + market.code() + " right now.");
        }
        Optional<SellingSession> session =
                Optional.ofNullable(request.sessionId()).map(sessions::get);
        if (session.filter(show -> !show.sellsIn(market.code())).isPresent()) {
            throw ProblemException.conflict("session-not-selling", "The session does not sell there now.");
        }
        return new OrderOrigin(
                customerId,
                market.code(),
                market.currency(),
                session.map(SellingSession::id).orElse(null),
                session.map(SellingSession::creatorId).orElse(null));
    }

    private OrderLine line(PlaceOrderRequest.Line line, OrderOrigin origin, Instant now) {
        Offer offer = offers.get(line.variantId());
        Money price = offer.priceIn(origin.market(), now)
                .filter(inForce -> offer.forSale() && inForce.currency().equals(origin.currency()))
                .orElseThrow(() -> notForSale(line.variantId(), origin.market()));
        return new OrderLine(
                Ids.next(),
                offer.variantId(),
                offer.productId(),
                offer.brandId(),
                offer.title(),
                "",
                line.quantity(),
                price,
                price,
                List.of(),
                Money.zero(origin.currency()),
                price.times(line.quantity()),
                new LineOrigin(origin.sessionId(), origin.creatorId(), null));
    }

    private static ProblemException notForSale(UUID variantId, String market) {
        return ProblemException.conflict("not-for-sale", "The variant is not sold in " + market + ".")
                .with("variantId", variantId);
    }
}
