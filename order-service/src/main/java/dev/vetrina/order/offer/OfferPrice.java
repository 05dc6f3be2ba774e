package dev.vetrina.order.offer;

import dev.vetrina.events.Money;
import java.time.Instant;

/** The price in a market from {@code effectiveAt} on. Public, because Hibernate writes it as JSON. */
public record OfferPrice(String market, Money price, Instant effectiveAt) {}
