package dev.vetrina.order.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import dev.vetrina.order.basket.PricedItem;
import dev.vetrina.order.basket.PricedShipping;
import dev.vetrina.order.lifecycle.OrderView;
import dev.vetrina.order.shipping.ShippingOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an order would cost now, as a buyer is shown it. */
@Schema(name = "OrderQuote")
record OrderQuoteView(
        @Schema(description = "ISO 3166 code", examples = "GB")
        String market,

        List<Line> lines,

        @Schema(description = "What each brand would ship, and how it could")
        List<Part> fulfilments,

        TaxTreatment taxTreatment,

        @Schema(description = "The rate of sales tax where the goods go", examples = "20")
        String taxPercent,

        @Schema(description = "Sales tax, contained in the total")
        Money tax,

        @Schema(description = "Send it as `expectedTotal`") Money total) {

    @Schema(name = "OrderQuoteLine")
    record Line(
            UUID variantId,
            UUID productId,
            UUID brandId,
            String title,
            int quantity,

            @Schema(description = "The catalogue's price of a unit")
            Money listPrice,

            @Schema(description = "Of a unit, before discounts: the list price, or the deal's")
            Money unitPrice,

            List<OrderView.Discount> discounts,
            Money tax,

            @Schema(description = "What the buyer pays for the line")
            Money total,

            @Nullable UUID sessionId,
            @Nullable UUID creatorId,
            @Nullable UUID dealId) {

        static Line of(SellingLine line, PricedItem priced) {
            return new Line(
                    line.offer().variantId(),
                    line.offer().productId(),
                    line.offer().brandId(),
                    line.offer().title(),
                    line.quantity(),
                    line.listPrice(),
                    line.unitPrice(),
                    priced.discounts().stream().map(OrderView.Discount::of).toList(),
                    priced.tax(),
                    priced.total(),
                    line.origin().sessionId(),
                    line.origin().creatorId(),
                    line.origin().dealId());
        }
    }

    @Schema(name = "OrderQuoteFulfilment")
    record Part(
            UUID brandId,

            @Schema(description = "The code of the option in this quote", examples = "standard")
            String shippingOption,

            @Schema(description = "Before tax is added") Money shipping,

            Money tax,
            Money total,

            @Schema(description = "Everything that the brand offers; the first is its standard")
            List<Option> options) {}

    @Schema(name = "OrderQuoteShippingOption")
    record Option(
            String code,
            String title,

            @Schema(description = "For this basket, before tax is added")
            Money price,

            @Schema(description = "Free from this price of the brand's goods on, after discounts; absent: never")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Money freeFrom,

            int estimatedDaysMin,
            int estimatedDaysMax) {}

    static OrderQuoteView of(PricedPurchase purchase) {
        return new OrderQuoteView(
                purchase.market().code(),
                IntStream.range(0, purchase.lines().size())
                        .mapToObj(i -> Line.of(
                                purchase.lines().get(i),
                                purchase.basket().items().get(i)))
                        .toList(),
                IntStream.range(0, purchase.shipping().size())
                        .mapToObj(i -> part(
                                purchase,
                                purchase.shipping().get(i),
                                purchase.basket().shipping().get(i)))
                        .toList(),
                purchase.market().taxTreatment(),
                purchase.taxRate().percent().toPlainString(),
                purchase.basket().tax(),
                purchase.basket().total());
    }

    private static Part part(PricedPurchase purchase, BrandShipping shipping, PricedShipping priced) {
        Money goods = purchase.basket().goodsOf(shipping.brandId());
        return new Part(
                shipping.brandId(),
                shipping.chosen().code(),
                priced.price(),
                priced.tax(),
                priced.total(),
                shipping.options().stream()
                        .map(option -> option(
                                option,
                                shipping.charge(option, purchase.taxRate()).forGoods(goods)))
                        .toList());
    }

    private static Option option(ShippingOption option, Money price) {
        return new Option(
                option.code(),
                option.title(),
                price,
                option.freeFrom(),
                option.estimatedDaysMin(),
                option.estimatedDaysMax());
    }
}
