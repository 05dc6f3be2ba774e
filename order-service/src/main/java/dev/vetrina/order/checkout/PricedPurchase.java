package dev.vetrina.order.checkout;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.basket.PricedBasket;
import dev.vetrina.order.basket.PricedShipping;
import dev.vetrina.order.basket.TaxRate;
import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.LineOrigin;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.OrderOrigin;
import dev.vetrina.order.lifecycle.ShippingAddress;
import dev.vetrina.order.offer.Market;
import dev.vetrina.order.session.SellingSession;
import dev.vetrina.order.terms.SellingTerms;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What somebody wants to buy, with what it costs: a quote as it is, an order with a buyer.
 *
 * @param taxRate where the goods go
 * @param lines in the order of the basket's items
 */
record PricedPurchase(
        Market market,
        SellingTerms terms,
        TaxRate taxRate,
        Optional<SellingSession> session,
        List<SellingLine> lines,
        List<BrandShipping> shipping,
        ShippingAddress address,
        PricedBasket basket,
        Instant pricedAt) {

    PricedOrder order(String customerId) {
        return order(origin(customerId));
    }

    /** @throws ProblemException 404 for goods of another brand, which are none of its business */
    PricedOrder testOrder(UUID brandId) {
        lines.stream()
                .map(SellingLine::offer)
                .filter(offer -> !offer.brandId().equals(brandId))
                .findFirst()
                .ifPresent(foreign -> {
                    throw ProblemException.notFound("variant", foreign.variantId());
                });
        return order(OrderOrigin.testOf(brandId, market.code(), market.currency()));
    }

    private PricedOrder order(OrderOrigin origin) {
        List<OrderLine> ordered = orderLines();
        return new PricedOrder(
                Ids.next(),
                origin,
                terms.ofOrder(market.taxTreatment()),
                ordered,
                parts(),
                address,
                waitlistEntries(ordered),
                pricedAt);
    }

    private Map<UUID, UUID> waitlistEntries(List<OrderLine> ordered) {
        Map<UUID, UUID> entries = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            UUID entryId = lines.get(i).waitlistEntryId();
            if (entryId != null && entries.containsValue(entryId)) {
                throw ProblemException.invalid("lines[" + i + "].waitlistEntryId", "is that of another line");
            }
            if (entryId != null) {
                entries.put(ordered.get(i).id(), entryId);
            }
        }
        return entries;
    }

    private OrderOrigin origin(String customerId) {
        LineOrigin show = show();
        return new OrderOrigin(customerId, market.code(), market.currency(), show.sessionId(), show.creatorId());
    }

    /** The show that the order names or, if it names none, the one that all of its lines of a show belong to. */
    private LineOrigin show() {
        if (session.isPresent()) {
            return LineOrigin.of(session.get().id(), session.get().creatorId());
        }
        List<LineOrigin> shows = lines.stream()
                .map(SellingLine::origin)
                .filter(origin -> origin.sessionId() != null)
                .map(origin -> LineOrigin.of(origin.sessionId(), origin.creatorId()))
                .distinct()
                .toList();
        return shows.size() == 1 ? shows.getFirst() : LineOrigin.of(null, null);
    }

    private List<OrderLine> orderLines() {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).ordered(basket.items().get(i)))
                .toList();
    }

    private List<BrandPart> parts() {
        return basket.shipping().stream().map(PricedPurchase::part).toList();
    }

    private static BrandPart part(PricedShipping shipping) {
        return new BrandPart(
                Ids.next(),
                shipping.charge().brandId(),
                shipping.charge().option(),
                shipping.price(),
                shipping.tax(),
                shipping.total());
    }
}
