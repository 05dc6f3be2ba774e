package dev.vetrina.order.checkout;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.address.DeliverableAddress;
import dev.vetrina.order.basket.Basket;
import dev.vetrina.order.basket.BasketDiscount;
import dev.vetrina.order.basket.BasketItem;
import dev.vetrina.order.basket.PricedBasket;
import dev.vetrina.order.basket.ShippingCharge;
import dev.vetrina.order.basket.TaxRate;
import dev.vetrina.order.coupon.CouponLine;
import dev.vetrina.order.coupon.Coupons;
import dev.vetrina.order.lifecycle.ShippingAddress;
import dev.vetrina.order.offer.Market;
import dev.vetrina.order.offer.Offers;
import dev.vetrina.order.session.SellingSession;
import dev.vetrina.order.terms.SellingTerms;
import dev.vetrina.order.terms.SellingTermsBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a purchase costs at a moment, from the views of catalogue and sessions. Takes no lock. */
@ApplicationScoped
class OrderPricing {

    private final Offers offers;
    private final SellingTermsBook terms;
    private final Attribution attribution;
    private final LinePricing linePricing;
    private final ShippingSelection shippingSelection;
    private final Coupons coupons;

    OrderPricing(
            Offers offers,
            SellingTermsBook terms,
            Attribution attribution,
            LinePricing linePricing,
            ShippingSelection shippingSelection,
            Coupons coupons) {
        this.offers = offers;
        this.terms = terms;
        this.attribution = attribution;
        this.linePricing = linePricing;
        this.shippingSelection = shippingSelection;
        this.coupons = coupons;
    }

    /**
     * @throws ProblemException as {@link #price(PurchaseRequest, Instant)}, and 409 {@code total-changed}
     */
    PricedOrder price(PlaceOrderRequest request, String customerId, Instant now) {
        PricedPurchase purchase = price(request, now);
        Money total = purchase.basket().total();
        if (!total.equals(request.expectedTotal())) {
            throw ProblemException.conflict("total-changed", "The total is not what the buyer was shown.")
                    .with("expectedTotal", request.expectedTotal())
                    .with("actualTotal", total);
        }
        return purchase.order(customerId);
    }

    /**
     * @throws ProblemException 422 for a market that does not exist, an address that its country does not know, shipping that
     *     cannot be had or more money than can be counted, 409 for a market that is closed or a show that does not sell there,
     *     404 for an unknown variant, 409 {@code not-for-sale} or {@code coupon-not-valid}
     */
    PricedPurchase price(PurchaseRequest request, Instant now) {
        Market market = openMarket(request.market(), now);
        ShippingAddress address = DeliverableAddress.of(request.shippingAddress(), market.code());
        SellingTerms current = terms.current(market.code());
        TaxRate rate = current.taxRate(address.region());
        Optional<SellingSession> session = attribution.session(request.sessionId(), market);
        List<SellingLine> lines = request.lines().stream()
                .map(line -> linePricing.price(line, attribution.ofLine(line, session, market), market, now))
                .toList();
        List<UUID> brandIds =
                lines.stream().map(line -> line.offer().brandId()).distinct().toList();
        List<BrandShipping> shipping = shippingSelection.of(request.shipping(), brandIds, market);
        List<BasketItem> items = items(lines, rate);
        List<BasketDiscount> discounts = coupons.discounts(
                request.couponCodes(), market.code(), couponLines(lines, items), current.stacking(), now);
        PricedBasket basket =
                price(new Basket(market.currency(), market.taxTreatment(), items, discounts, charges(shipping, rate)));
        return new PricedPurchase(market, current, rate, session, lines, shipping, address, basket, now);
    }

    private Market openMarket(String code, Instant now) {
        Market market =
                offers.market(code).orElseThrow(() -> ProblemException.invalid("market", "is not a market of ours"));
        if (!market.openAt(now)) {
            throw ProblemException.conflict("market-closed", "Nothing is sold in " + code + " right now.");
        }
        return market;
    }

    private static List<BasketItem> items(List<SellingLine> lines, TaxRate rate) {
        List<BasketItem> items = new ArrayList<>();
        for (SellingLine line : lines) {
            BasketItem item = line.item(rate);
            requireCountable(item, items.size());
            items.add(item);
        }
        return items;
    }

    private static List<CouponLine> couponLines(List<SellingLine> lines, List<BasketItem> items) {
        return IntStream.range(0, items.size())
                .mapToObj(
                        i -> new CouponLine(items.get(i), lines.get(i).origin().sessionId()))
                .toList();
    }

    private static List<ShippingCharge> charges(List<BrandShipping> shipping, TaxRate rate) {
        return shipping.stream()
                .map(brand -> brand.charge(brand.chosen(), rate))
                .toList();
    }

    private static void requireCountable(BasketItem item, int position) {
        try {
            item.price();
        } catch (ArithmeticException e) {
            throw ProblemException.invalid("lines[" + position + "].quantity", "makes more money than can be counted");
        }
    }

    private static PricedBasket price(Basket basket) {
        try {
            return basket.price();
        } catch (ArithmeticException e) {
            throw ProblemException.invalid("lines", "make more money together than can be counted");
        }
    }
}
