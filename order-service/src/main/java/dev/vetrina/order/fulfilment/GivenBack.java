package dev.vetrina.order.fulfilment;

import dev.vetrina.events.FulfilmentEvent.RefundedUnits;
import dev.vetrina.events.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a buyer gets back for units that are cancelled or returned.
 *
 * @param shipping with its tax
 */
public record GivenBack(List<RefundedUnits> lines, Money shipping, Money shippingTax) {

    public Money total() {
        return Stream.concat(lines.stream().map(RefundedUnits::total), Stream.of(shipping))
                .reduce(Money.zero(shipping.currency()), Money::plus);
    }

    public Money tax() {
        return Stream.concat(lines.stream().map(RefundedUnits::tax), Stream.of(shippingTax))
                .reduce(Money.zero(shipping.currency()), Money::plus);
    }
}
