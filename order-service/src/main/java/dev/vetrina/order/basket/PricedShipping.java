package dev.vetrina.order.basket;

import dev.vetrina.events.Money;

/**
 * A brand's shipping with what the buyer pays for it.
 *
 * @param price before tax is added: the charge's, or nothing if so much was bought
 * @param tax contained in the total
 */
public record PricedShipping(ShippingCharge charge, Money price, Money tax, Money total) {}
