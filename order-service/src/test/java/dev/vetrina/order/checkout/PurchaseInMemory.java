package dev.vetrina.order.checkout;

import dev.vetrina.kit.idempotency.StoredAnswer;
import dev.vetrina.order.basket.BasketItem;
import dev.vetrina.order.basket.PricedBasket;
import dev.vetrina.order.basket.PricedItem;
import dev.vetrina.order.basket.PricedShipping;
import dev.vetrina.order.claim.NewClaims;
import dev.vetrina.order.commit.CommitInMemory;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.LineOrigin;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.OrderOrigin;
import dev.vetrina.order.lifecycle.OrderTerms;
import dev.vetrina.order.lifecycle.ShippingAddress;
import dev.vetrina.order.offer.Offer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A basket that is priced and becomes an order in memory. */
public final class PurchaseInMemory {

    private static final ShippingAddress ADDRESS =
            new ShippingAddress("Ann Archer", "1 High Street", null, "London", null, "SW1A 1AA", "GB", null);

    private PurchaseInMemory() {}

    public static Draft<Order> place(CommitInMemory commit, String customer, PricedBasket basket, OrderTerms terms) {
        PricedOrder priced = new PricedOrder(
                UUID.randomUUID(),
                new OrderOrigin(customer, "GB", basket.total().currency(), null, null),
                terms,
                basket.items().stream().map(PurchaseInMemory::line).toList(),
                basket.shipping().stream().map(PurchaseInMemory::part).toList(),
                ADDRESS,
                Map.of(),
                commit.now());
        var placed = priced.place().placed();
        return new PlaceOrder(
                priced,
                new NewClaims(customer, priced.lines(), Set.of(), Map.of()),
                placed,
                commit.message(placed),
                null,
                new KeyedAnswer("", "", new StoredAnswer(201, null, null), null));
    }

    private static OrderLine line(PricedItem priced) {
        BasketItem item = priced.item();
        Offer offer = new Offer(item.variantId(), item.productId(), item.brandId(), "Mug", true, List.of());
        LineOrigin outsideOfShows = new LineOrigin(null, null, null);
        return new SellingLine(offer, item.quantity(), item.listPrice(), item.unitPrice(), outsideOfShows, null)
                .ordered(priced);
    }

    private static BrandPart part(PricedShipping shipping) {
        return new BrandPart(
                UUID.randomUUID(),
                shipping.charge().brandId(),
                shipping.charge().option(),
                shipping.price(),
                shipping.tax(),
                shipping.total());
    }
}
